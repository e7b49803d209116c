import { SCOPE_WORDS } from 'nestjs-drawbridge/scopes';

/** English, the source of all translations. Keys are `<page>.<what it says>`. */
export const en = {
  'scope.READ.name': SCOPE_WORDS.READ.name,
  'scope.READ.title': SCOPE_WORDS.READ.title,
  'scope.READ.sentence': SCOPE_WORDS.READ.sentence,
  'scope.WRITE.name': SCOPE_WORDS.WRITE.name,
  'scope.WRITE.title': SCOPE_WORDS.WRITE.title,
  'scope.WRITE.sentence': SCOPE_WORDS.WRITE.sentence,
  'scope.ADMIN.name': SCOPE_WORDS.ADMIN.name,
  'scope.ADMIN.title': SCOPE_WORDS.ADMIN.title,
  'scope.ADMIN.sentence': SCOPE_WORDS.ADMIN.sentence,
  'scope.SYSTEM_ADMIN.name': SCOPE_WORDS.SYSTEM_ADMIN.name,
  'scope.SYSTEM_ADMIN.title': SCOPE_WORDS.SYSTEM_ADMIN.title,
  'scope.SYSTEM_ADMIN.sentence': SCOPE_WORDS.SYSTEM_ADMIN.sentence,

  'error.forDevelopers': 'For the developer of the application',
  'error.notWorked': 'This did not work',
  'error.forbidden': 'You may not see this page',
  'error.notFound': 'There is no such page',
  'error.conflict': 'Somebody was faster',
  'error.broken': 'Something went wrong',
  'error.broken.text':
    'The wiki could not answer. The details are in its log. Please try again, or tell your administrator.',
  'error.storageAway': 'One moment, please',
  'error.storageAway.text':
    'The wiki cannot reach its database right now. Nothing was lost. Please try again in a moment.',
  'error.throttled': 'A short pause, please',
  'error.throttled.text':
    'Several answers in a row could not be taken, so we wait a moment before the next one. Nothing was lost. Please try again in {seconds, plural, one {# second} other {# seconds}}.',
  'error.unreadable.text':
    'The wiki could not read what it was sent. Please go back to where you came from and try again.',

  'authorize.refused': 'This application cannot be let in',
  'authorize.noClient': 'The application did not say who it is, so the wiki cannot ask you about it.',
  'authorize.severalClients': 'The application said more than once who it is, so the wiki cannot ask you about it.',
  'authorize.notLinked':
    'This application is not linked to this wiki. Perhaps its link was deleted, or it belongs to another wiki.',
  'authorize.noAddress': 'The application did not say where you should be sent afterwards, so the wiki stopped here.',
  'authorize.severalAddresses':
    'The application named more than one address for you to be sent to, so the wiki stopped here.',
  'authorize.wrongAddress':
    'The application wants you to be sent to an address that is not registered for it, so the wiki stopped here.',
  'authorize.advice':
    'Nothing of yours was given to anybody. Start again from the application. If this page comes back, tell whoever runs the application, or your administrator, what is written below.',
  'authorize.advice.trick':
    'Nothing of yours was given to anybody. If a message or another site brought you here, it may have been a trick: close this page. Otherwise tell whoever runs the application, or your administrator, what is written below.',

  'consent.title': 'Let {name} in?',
  'consent.lead': '<b>{name}</b> asks to use this wiki in your name, {person}.',
  'consent.goesTo': 'You will be sent to',
  'consent.linkedBy': 'Linked to this wiki by',
  'consent.linkedBy.person': '{person}, on {day}',
  'consent.linkedBy.gone': 'a person who is gone, on {day}',
  'consent.howFar': 'How far may it go?',
  'consent.howFar.hint': 'It asks for “{asked}”, and you may give less. Each permission includes the ones above it.',
  'consent.asksTo': 'It asks to',
  'consent.asked': 'Asked for',
  'consent.included': 'Included',
  'consent.noEffect': 'No effect: your own account cannot do this',
  'consent.limits': 'It can never do more than you can do yourself, and it never learns your password.',
  'consent.takeBack': 'You can take this back at any time: in your profile, under “{page}”.',
  'consent.remembered':
    'If you allow this, the wiki remembers it in this browser for {duration}. When {name} asks the very same again, you are sent on without this page, until you take it back.',
  'consent.allow': 'Allow',
  'consent.deny': 'Deny',
  'consent.missing': 'Your answer did not arrive whole. Please answer once more.',
  'consent.forged':
    'Something changed since this page was opened: your sign-in, or the application. Please look again.',
  'consent.expired': 'This page was open for a long time. Please look again and answer.',
  'consent.used': 'This was answered already. If the application still waits, please answer once more.',
  'consent.otherSite': 'This answer came from another site and was not taken.',
  'consent.noForm': 'The answer to this page comes as its form.',
  'consent.neither': 'The answer is neither Allow with one of the shown permissions nor Deny.',
  'consent.noRights': 'Your account has no rights in this wiki, so it cannot let an application in.',
  'consent.inactive': 'Your account is not active any more.',

  'destination.here': '{host}, on this device',
  'destination.app': 'an app on your device ({scheme})',

  'authorized.title': 'Authorized applications',
  'authorized.lead':
    'These applications may use the wiki in your name, never beyond what you can do yourself. Revoke what you do not use any more.',
  'authorized.none': 'No application may use the wiki in your name',
  'authorized.none.text':
    'When an application asks to use this wiki in your name and you allow it, you find it here, and can revoke it at any time.',
  'authorized.search': 'Search by name',
  'authorized.sort': 'Sort by',
  'authorized.show': 'Show',
  'authorized.count': '{count, plural, one {# application} other {# applications}}',
  'authorized.notFound': 'None of your applications has “{query}” in its name.',
  'authorized.showAll': 'Show all of them',
  'authorized.application': 'Application',
  'authorized.may': 'It may',
  'authorized.since': 'Since',
  'authorized.lastUsed': 'Last used',
  'authorized.never': 'Never',
  'authorized.idle': 'Not used for {duration}',
  'authorized.disabled': 'Disabled by an administrator',
  'authorized.nothing': 'Nothing now',
  'authorized.givenInVain': 'You allowed “{given}”.',
  'authorized.lessThanGiven': 'You allowed “{given}”. More than this has no effect now.',
  'authorized.remembered': 'Your answer is remembered until {day}',
  'authorized.revoke': 'Revoke<hidden> {name}</hidden>',
  'authorized.revoking': 'Revoke',
  'authorized.revoke.what':
    '{name} is turned away at once, on all your devices, and has to ask you again. What it wrote in the wiki stays there.',
  'authorized.revoked': 'The application is out. Nothing it holds works any more.',
  'authorized.stale': 'The page was out of date. Please look again.',
  'authorized.otherSite': 'This came from another site and was not carried out.',

  'copy.button': 'Copy',
  'copy.label': 'Copy what is written here',
  'copy.done': 'Copied',
  'copy.done.spoken': 'Copied to the clipboard',
  'copy.byHand': 'Press Ctrl+C',
  'copy.byHand.spoken': 'It is selected. Press Control and C to copy it.',

  'redirectUri.none': 'Give a redirect URL.',
  'redirectUri.long': 'A redirect URL has at most {longest, number} characters.',
  'redirectUri.oddCharacter':
    'A redirect URL has no spaces, control characters, quotes, backslashes or letters beyond ASCII. Encode them.',
  'redirectUri.incomplete':
    'This is no complete URL. It begins with a scheme, for instance https://app.example.com/callback.',
  'redirectUri.fragment': 'A redirect URL has no fragment (the part behind #).',
  'redirectUri.script':
    'A redirect URL cannot begin with “{scheme}”: a browser would run or open that instead of going to the application.',
  'redirectUri.noHost': 'This redirect URL names no host.',
  'redirectUri.userInfo': 'A redirect URL holds no user name or password (the part before @).',
  'redirectUri.wildcard': 'A redirect URL has no wildcards; add one URL for each address.',
  'redirectUri.oddHost': 'The host of this redirect URL has a character that host names do not have.',
  'redirectUri.http': 'Use https. Plain http would send the authorization code in the clear.',
  'redirectUri.httpOfPublic':
    'Use https. Plain http is for http://127.0.0.1 and http://[::1] only, where an app on the same device listens.',
  'redirectUri.schemeOfConfidential': 'Use https. Only public applications may use a scheme of their own.',
  'redirectUri.schemeWithoutDomain':
    'A scheme of your own is a domain name in reverse, for instance com.example.app:/callback.',
} as const;
