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
} as const;
