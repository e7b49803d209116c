/** How somebody wants to read pages that know more languages than the wiki itself. */
export interface ReadingChoice {
  /** One of {@link languages}; `null` for the browser's. */
  readonly language: string | null;
  /** IANA name of a time zone; `null` for UTC. */
  readonly timeZone: string | null;
}

/** The languages that can be chosen, by tag, each in its own words. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
} as const;

/** The time zones that can be chosen, by name. */
export const timeZones: readonly string[] = Intl.supportedValuesOf('timeZone');

const zoneNames: ReadonlySet<string> = new Set(timeZones);

/** Whether a choice is one that is offered. */
export function isOffered({ language, timeZone }: ReadingChoice): boolean {
  return (language === null || Object.hasOwn(languages, language)) && (timeZone === null || zoneNames.has(timeZone));
}
