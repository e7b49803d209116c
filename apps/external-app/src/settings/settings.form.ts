import { readField, readFields } from '../layout/form-fields.js';
import { isSameRegistration, type LinkSettings } from './link-settings.js';
import { normalizeWikiUrl } from './wiki-url.js';

/** A sentence for each field that cannot be accepted as it is. */
export type SettingsFaults = Partial<Record<keyof LinkSettings, string>>;

/** The typed settings, and what is wrong with them. */
export interface SettingsForm {
  readonly settings: LinkSettings;
  readonly faults: SettingsFaults;
}

function readWikiUrl(form: unknown): { wikiUrl: string; fault?: string } {
  const typed = readField(form, 'wikiUrl');
  try {
    return { wikiUrl: normalizeWikiUrl(typed) };
  } catch (error) {
    return { wikiUrl: typed, fault: (error as Error).message };
  }
}

/**
 * Reads the settings form. A secret left empty keeps the saved one, but only for the wiki and client ID it was given
 * for, so that nobody can have it sent elsewhere by changing the address.
 */
export function readSettingsForm(form: unknown, current: LinkSettings, fixed: Partial<LinkSettings>): SettingsForm {
  const { wikiUrl, fault } = readWikiUrl(form);
  const faults: SettingsFaults = {};
  const typed: LinkSettings = {
    wikiUrl,
    clientId: readField(form, 'clientId'),
    clientSecret: readField(form, 'clientSecret'),
    scopes: readFields(form, 'scopes'),
    ...fixed,
  };
  if (fault && fixed.wikiUrl === undefined) faults.wikiUrl = fault;
  if (!typed.clientId) faults.clientId = 'Give the client ID that the wiki shows under "View credentials".';
  if (!typed.scopes.length) faults.scopes = 'Choose at least one permission.';
  const keepsSecret =
    fixed.clientSecret === undefined &&
    !typed.clientSecret &&
    readField(form, 'forgetSecret') !== 'yes' &&
    isSameRegistration(typed, current);
  return { settings: keepsSecret ? { ...typed, clientSecret: current.clientSecret } : typed, faults };
}
