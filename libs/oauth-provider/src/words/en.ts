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
  'authorize.notLinked':
    'This application is not linked to this wiki. Ask whoever runs it, or your administrator, to check the link.',
  'authorize.wrongAddress':
    'The application wants you to be sent to an address that is not registered for it, so the wiki stopped here.',

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
