/** English, the source of all translations. Keys are `<page or piece>.<what it says>`. */
export const en = {
  'links.title': 'Application links',
  'links.lead':
    'External applications that may use this wiki. Each can do only what the person who authorized it can do themselves.',
  'links.create': 'Create link',
  'links.reach': 'What can applications reach?',
  'links.application': 'Application',
  'links.permissions': 'Permissions',
  'links.status': 'Status',
  'links.authorizedBy': 'Authorized by',
  'links.lastUsed': 'Last used',
  'links.created': 'Created',
  'links.usage': 'Calls in {days, number} days',
  'links.usage.sum': '{calls, plural, one {# call} other {# calls}} in {days, number} days, {refused, number} refused',
  'links.actions': 'Actions',
  'links.none': 'No application is linked yet',
  'links.none.text':
    'Select <b>Create link</b> to let an external application use this wiki in the name of the people who authorize it.',
  'links.notFound': 'No link has “{query}” in its name, its redirect URLs or its client ID.',
  'links.noneSo': 'No link has this status.',
  'links.notFoundSo': 'No link with this status has “{query}” in its name, its redirect URLs or its client ID.',
  'links.showAll': 'Show all links',
  'links.search': 'Search',
  'links.search.label': 'Search links by name, redirect URL or client ID',
  'links.search.placeholder': 'Name, redirect URL or client ID',
  'links.nobodyYet': 'Nobody yet',
  'links.filter.any': 'Any status',
  'links.filter.disabled': 'Disabled',
  'links.filter.secretEnding': 'Secret about to end, or none left',
  'links.filter.idle': 'Idle for {days, plural, one {# day} other {# days}} or longer',
  'links.filter.neverUsed': 'Never used',
  'links.filter.active': 'Active',
  'links.sort': 'Sort by',
  'links.sort.name': 'Name, first to last',
  'links.sort.-name': 'Name, last to first',
  'links.sort.lastUsed': 'Unused for longest first',
  'links.sort.-lastUsed': 'Used most recently first',
  'links.sort.created': 'Created, oldest first',
  'links.sort.-created': 'Created, newest first',
  'links.sort.people': 'Fewest people first',
  'links.sort.-people': 'Most people first',

  'link.incoming.confidential': 'Incoming · confidential',
  'link.incoming.public': 'Incoming · public',
  'link.enabled': 'Enabled',
  'link.disabled': 'Disabled',
  'link.noPermission': 'None',
  'link.gone': 'There is no application link with this id (any more).',

  'status.disabled': 'Disabled',
  'status.secretEnding': 'Secret ends within {days, plural, one {# day} other {# days}}',
  'status.noSecret': 'No secret left',
  'status.idle': 'Idle for {days, plural, one {# day} other {# days}}',
  'status.neverUsed': 'Never used',
  'status.active': 'Active',

  'actions.more': 'More actions<hidden> for {name}</hidden>',
  'actions.credentials': 'View credentials',
  'actions.details': 'View details',
  'actions.edit': 'Edit',
  'actions.rotate': 'Rotate secret',
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
} as const;
