/** English, the source of all translations. Keys are `<page or piece>.<what it says>`. */
export const en = {
  'links.title': 'Application links',
  'links.lead':
    'External applications that may use this wiki. Each can do only what the person who authorized it can do themselves.',
  'links.create': 'Create link',
  'links.reach': 'What can applications reach?',
  'links.application': 'Application',
  'links.direction': 'Direction',
  'links.permissions': 'Permissions',
  'links.status': 'Status',
  'links.authorizedBy': 'Authorized by',
  'links.lastUsed': 'Last used',
  'links.actions': 'Actions',
  'links.none': 'No application is linked yet',
  'links.none.text':
    'Select <b>Create link</b> to let an external application use this wiki in the name of the people who authorize it.',
  'links.notFound': 'No link has “{query}” in its name, its redirect URLs or its client ID.',
  'links.showAll': 'Show all links',
  'links.search': 'Search',
  'links.search.label': 'Search links by name, redirect URL or client ID',
  'links.search.placeholder': 'Name, redirect URL or client ID',
  'links.nobodyYet': 'Nobody yet',

  'link.incoming': 'Incoming',
  'link.enabled': 'Enabled',
  'link.disabled': 'Disabled',
  'link.noPermission': 'None',
  'link.gone': 'There is no application link with this id (any more).',

  'actions.more': 'More actions<hidden> for {name}</hidden>',
  'actions.credentials': 'View credentials',
  'actions.edit': 'Edit',
  'actions.enable': 'Enable',
  'actions.disable': 'Disable',
  'actions.delete': 'Delete',
  'actions.cancel': 'Cancel',

  'pager.label': 'Pages of this list',
  'pager.none': 'None of {total, number}',
  'pager.range': '{first, number} to {last, number} of {total, number}',
  'pager.previous': 'Previous',
  'pager.next': 'Next',

  'people.count': '{count, plural, one {# person} other {# people}}',
  'person.gone': 'a person who is gone',

  'when.never': 'Never',

  'copy.button': 'Copy',
  'copy.label': 'Copy {label}',
  'copy.done': 'Copied',
  'copy.done.spoken': 'Copied to the clipboard',
  'copy.byHand': 'Press Ctrl+C',
  'copy.byHand.spoken': 'It is selected. Press Control and C to copy it.',

  'done.saved': 'The changes are saved.',
  'done.disabled': 'The link is disabled. Nothing of the application is let in any more.',
  'done.enabled': 'The link is enabled. The application works again.',
  'done.deleted': 'The link is deleted. Nothing the application holds works any more.',
  'done.secretEnded': 'The secret is ended.',
  'done.withdrawn': 'The authorization is withdrawn. What the application holds of it does not work any more.',

  'disable.title': 'Disable {name}?',
  'disable.what':
    'From then on nothing of the application is let in: no sign-in, no request. {people, plural, =0 {Nobody has authorized it so far.} one {This concerns # person who authorized it.} other {This concerns # people who authorized it.}}',
  'disable.undo': 'You can enable the link again at any time; what people authorized is kept until then.',
  'enable.title': 'Enable {name}?',
  'enable.what':
    'The application is let in again, as far as people authorized it. {people, plural, =0 {Nobody has authorized it so far.} one {This concerns # person who authorized it.} other {This concerns # people who authorized it.}}',
  'delete.title': 'Delete {name}?',
  'delete.what':
    'The application loses its credentials and all access at once. {people, plural, =0 {Nobody has authorized it so far.} one {This concerns # person who authorized it.} other {This concerns # people who authorized it.}}',
  'delete.noUndo':
    'This cannot be undone: linking it again gives new credentials, and everybody has to authorize it again.',

  'endSecret.title': 'End a secret of {name}?',
  'endSecret.what': 'Whoever still uses this secret is turned away at once.',
  'endSecret.last': 'It is the only secret: the application cannot get in until you create a new one and put it there.',
  'endSecret.other': 'The application goes on with the other secret, if it has it already.',
  'endSecret.button': 'End secret',
  'endSecret.ended': 'This secret is ended already.',

  'withdraw.title': 'Withdraw the authorization of {person}?',
  'withdraw.what':
    '{name} is not let in any more in the name of {person}, on all devices and at once. They can authorize it again when it asks them.',
  'withdraw.button': 'Withdraw',
  'withdraw.gone.title': 'Withdraw the authorization of a person who is gone?',
  'withdraw.gone.what': '{name} is not let in any more in the name of this person, on all devices and at once.',
  'withdraw.all.title': 'Withdraw the authorization of everybody?',
  'withdraw.all.what':
    '{name} is not let in any more in the name of anybody, on all devices and at once. They can authorize it again when it asks them.',
  'withdraw.all.button': 'Withdraw all',

  'form.missing': 'The form did not arrive whole. Please send it once more.',
  'form.forged': 'Something changed since this page was opened: your sign-in, or the link. Please look again.',
  'form.expired': 'This page was open for a long time. Please look again and send it once more.',
  'form.used': 'This form was sent already. Please look before you send it once more.',
  'form.otherSite': 'This came from another site and was not carried out.',
  'form.notInBrowser': 'Forms are for people at their browser.',

  'secrets.none.public': 'A public application has no secret.',
  'newSecret.choose': 'Choose when the old secret ends.',

  'edit.stale.byGone':
    'A person who is gone changed this link on {at}, after you opened it. Nothing of yours was saved. Here is what you typed; saving it now replaces that change.',
  'edit.stale':
    '{by} changed this link on {at}, after you opened it. Nothing of yours was saved. Here is what you typed; saving it now replaces that change.',
  'steps.label': 'Steps',
  'steps.1': '{number, number}. Application type and direction',
  'steps.2': '{number, number}. Details',
  'steps.3': '{number, number}. Credentials',

  'new.title': 'Create link',
  'new.type': 'Application type',
  'new.external': 'External application',
  'new.external.text':
    'An application outside this wiki that signs people in with OAuth 2.0 and then works in their name.',
  'new.type.hint': 'Links to other wikis are not offered here; an external application is what can be linked.',
  'new.direction': 'Direction',
  'new.incoming.text': 'The external application uses data of this wiki. The wiki is the OAuth provider.',
  'new.direction.hint': 'Outgoing links, by which this wiki would use another application, are not offered.',
  'new.continue': 'Continue',

  'edit.title': 'Edit {name}',

  'form.save': 'Save',
  'form.optional': '(optional)',
  'form.problems': 'Nothing was saved yet. Please look at this again:',
  'form.name': 'Name',
  'form.name.hint': 'People read it when they are asked to authorize.',
  'form.redirectUris': 'Redirect URL',
  'form.redirectUris.more': 'Another redirect URL',
  'form.redirectUris.hint':
    'Also known as callback URL: where the application takes people back with the authorization code. Each is compared to the letter. Leave a field empty to remove its address.',
  'form.redirectUris.add': 'Add another',
  'form.scopes': 'Application permissions',
  'form.scopes.hint': 'Each permission includes the ones above it.',
  'form.scopes.reminder':
    'Whatever you choose here, the application can never do more than the person who authorizes it.',
  'form.scopes.included': 'Included',
  'form.scopes.includes': 'Includes {scopes}.',
  'form.scope.READ': 'Content: sees the spaces, pages and comments that the person can see. It changes nothing.',
  'form.scope.WRITE': 'Content: also adds, changes and deletes spaces, pages and comments, wherever the person can.',
  'form.scope.ADMIN':
    'Content: the same as Write. Beyond it: people, groups and most settings. Backups and the system stay out of reach.',
  'form.scope.SYSTEM_ADMIN':
    'Content: everything in this wiki, as a backup holds it. Beyond it: all settings, the system and its backups.',
  'form.clientType': 'Client type',
  'form.clientType.hint': 'This cannot change later.',
  'form.clientType.hint.exists': 'The client type cannot change after creation.',
  'form.confidential': 'Confidential',
  'form.confidential.text': 'Runs on a server that keeps the client secret to itself.',
  'form.public': 'Public',
  'form.public.text':
    'Runs on a phone, on a desktop or in a browser and cannot keep a secret; it proves itself by PKCE.',
  'form.pkceRequired': 'Require PKCE',
  'form.pkceRequired.hint':
    'Refuses a sign-in without a code challenge. Safer, where the application supports it. A public application always needs it.',
  'form.rememberConsent': 'Remember consent',
  'form.rememberConsent.hint':
    'Does not ask a person again who said yes to the very same question in the same browser a short time ago. For confidential applications only.',
  'form.description': 'Description',
  'form.description.hint': 'For administrators: what it is for, whom to ask.',
  'form.advanced': 'Advanced settings',
  'form.mayIntrospectAll': 'May ask about every access token',
  'form.mayIntrospectAll.hint':
    'For a service that other applications call with tokens of this wiki. It hears whether a token works, whose it is, which application has it and what it may do. Without this an application hears of its own tokens only.',
  'form.plainPkceAllowed': 'Allow plain PKCE',
  'form.plainPkceAllowed.hint':
    'For an old confidential application that cannot make an S256 challenge. A plain one protects nobody from who can read the request: leave this off where you can.',
  'form.accessTokenSeconds': 'Life of access tokens',
  'form.accessTokenSeconds.hint':
    'After it the application fetches the next one by itself; nobody notices. Empty: as everywhere in this wiki, {general}. At most {most}.',
  'form.refreshTokenSeconds': 'Life of refresh tokens',
  'form.refreshTokenSeconds.hint':
    'How long the application may stay away before people have to authorize it again. Empty: as everywhere in this wiki, {general}. At most {most}.',
  'form.familySeconds': 'Longest life of a sign-in',
  'form.familySeconds.hint':
    'After it people have to authorize the application again, however often it came. Empty: as everywhere in this wiki, {general}. At most {most}.',
  'form.familySeconds.hint.unlimited':
    'After it people have to authorize the application again, however often it came. Empty: as everywhere in this wiki, while it is used. At most {most}.',
  'form.unit': 'Unit of: {label}',
  'form.seconds': 'seconds',
  'form.minutes': 'minutes',
  'form.hours': 'hours',
  'form.days': 'days',

  'lifetime.accessTokenSeconds': 'Access tokens: {duration}',
  'lifetime.refreshTokenSeconds': 'Refresh tokens: {duration}',
  'lifetime.familySeconds': 'A sign-in: {duration}',
  'lifetime.familySeconds.unlimited': 'A sign-in: while it is used',
  'lifetime.own': '(set for this link)',

  'problem.name.none': 'Give the application a name.',
  'problem.name.long': 'A name has at most {longest, number} characters.',
  'problem.name.unfit': 'A name is one line without control characters.',
  'problem.name.taken':
    'There is already a link with this name. Choose a different one, so that people can tell them apart.',
  'problem.description.noText': 'A description is text.',
  'problem.description.long': 'A description has at most {longest} characters.',
  'problem.description.unfit': 'A description has no control characters.',
  'problem.clientType': 'The client type is confidential or public.',
  'problem.clientType.changed': 'The client type cannot change after creation. Create a new link for the other type.',
  'problem.scopes.none': 'Choose what the application may do. Choose from {known}.',
  'problem.scopes.unknown': 'There is no permission “{scope}”. Choose from {known}.',
  'problem.scopes.noText': 'Choose from {known}.',
  'problem.redirectUris.noList': 'Give the redirect URLs as a list.',
  'problem.redirectUris.none': 'Give at least one redirect URL.',
  'problem.redirectUris.many': 'A link has at most {most, number} redirect URLs.',
  'problem.redirectUris.noText': 'Each redirect URL is text.',
  'problem.redirectUris.twice': 'This redirect URL is there twice.',
  'problem.switch': 'This is either true or false.',
  'problem.plainPkce.public':
    'A public application cannot send a plain challenge: its verifier is all the proof it has, and would be shown on the way.',
  'problem.introspection.public': 'A public application cannot ask about tokens: it has no secret to prove who it is.',
  'problem.rememberConsent.public':
    'Consent is remembered for confidential applications only: a public one cannot prove that it is the one who asks.',
  'problem.version': 'Name the version of the link that you saw, a whole number.',
  'problem.accessTokenSeconds':
    'An access token of a link lasts from {least} to {most} ({seconds} seconds). Give a whole number, or nothing for the wiki’s own.',
  'problem.refreshTokenSeconds':
    'A refresh token of a link lasts from {least} to {most} ({seconds} seconds). Give a whole number, or nothing for the wiki’s own.',
  'problem.familySeconds':
    'The longest life of a sign-in is from {least} to {most} ({seconds} seconds). Give a whole number, or nothing for the wiki’s own.',

  'credentials.title': 'Credentials of {name}',
  'credentials.lead': 'Copy these to your external application to complete the link.',
  'credentials.created':
    'The link is created. You can come back to these credentials at any time: in the list of application links, select More actions, then View credentials.',
  'credentials.oauth': 'OAuth credentials',
  'credentials.clientId': 'Client ID',
  'credentials.clientSecret': 'Client secret',
  'credentials.noSecret.public': 'A public application has no client secret; it proves itself by PKCE.',
  'credentials.noSecret': 'No client secret is left, so the application cannot get in. <new>Create new secret</new>',
  'credentials.older': 'This is the newest secret. An older one still works until {until}.',
  'credentials.keep': 'Keep the secret on the server of the application, and out of mails and chats.',
  'credentials.addresses': 'Addresses of this wiki',
  'credentials.authorizeUrl': 'Authorization URL',
  'credentials.tokenUrl': 'Token URL',
  'credentials.registered': 'What was registered',
  'credentials.redirectUris': 'Redirect URLs',
  'credentials.scopes': 'Scopes to ask for',
  'credentials.looked': 'That you looked at these credentials is written into the events of the link.',
  'credentials.try': 'Try it',
  'credentials.done': 'Done',
  'credentials.details': 'View details',

  'snippets.title': 'Ready to paste',
  'snippets.lead':
    'Each of these is filled in with the values of this link. The programs ask for a sign-in in the browser, and then for the address that the browser is taken back to.',
  'snippets.secret': 'They hold the client secret. Do not put it into a repository.',
  'snippets.environment': 'Environment variables',
  'snippets.environment.hint': 'For a shell, or for the settings of the application.',
  'snippets.curl': 'Shell with curl',
  'snippets.curl.hint': 'Needs curl and openssl.',
  'snippets.node': 'Node.js',
  'snippets.node.hint': 'Node.js 20 or newer, nothing to install. Save it as wiki.mjs.',
  'snippets.python': 'Python',
  'snippets.python.hint': 'Python 3.8 or newer, nothing to install. Save it as wiki.py.',
  'trial.title': 'Try {name}',
  'trial.lead':
    'Goes the whole way that the application will go, with a page of this wiki in its place, and shows what is sent and what comes back.',
  'trial.disabled': 'This link is disabled, so the trial will stop at its first step.',
  'trial.what': 'What happens',
  'trial.what.authorize':
    'You are asked to let the application in, for {scopes}. It is the page that everybody sees; say yes, or less, or no.',
  'trial.what.exchange':
    'A page of this wiki receives the code, exchanges it for tokens with the credentials of this link, and makes a call with the access token.',
  'trial.what.end': 'The tokens are revoked. You see every step.',
  'trial.what.safe':
    'The application itself hears nothing of it. Nothing that you allow here stays: what the trial gets is ended with it, and what you had allowed this application before is left as it is. You have ten minutes.',
  'trial.begin': 'Begin',
  'trial.again': 'Try again',
  'trial.over': 'This trial is over, or it was begun in another session. Begin a new one.',
  'trial.done': 'Everything works: an application with these credentials gets in as far as you can.',
  'trial.failed': 'It did not go through to the end. The last step says why.',
  'trial.ended': 'Whatever this trial was given is ended. Codes, tokens and secrets are cut short on this page.',
  'trial.good': 'As expected',
  'trial.bad': 'Stopped here',
  'trial.request': 'Request',
  'trial.response': 'Response',
  'trial.authorize': 'The browser asks for authorization',
  'trial.authorize.text':
    'The application sends the browser to the authorization URL, and after the answer the wiki sends it back to the redirect URL.',
  'trial.code': 'The code arrives',
  'trial.code.text':
    'The browser comes back with a code that can be used once, and with the state by which the application knows its own question.',
  'trial.exchange': 'The code is exchanged for tokens',
  'trial.exchange.text': 'From server to server, with the credentials of the link and the PKCE verifier.',
  'trial.call': 'A call with the access token',
  'trial.call.text':
    'The wiki judges the token as it does with every request: in whose name it comes, and how far it goes now.',
  'trial.revoke': 'The tokens are revoked',
  'trial.revoke.text': 'The application gives back what it has.',
  'trial.after': 'The same call once more',
  'trial.after.text': 'The token is turned away, because it was revoked.',
} as const;
