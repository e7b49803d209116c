import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankSettings, isSameRegistration, type LinkSettings } from './link-settings.js';

/**
 * Keeps the settings in one file that only its owner may read. What the environment fixes wins over the file.
 */
export class SettingsStore {
  private readonly file: string;
  private saved: LinkSettings;

  constructor(
    private readonly dataDir: string,
    readonly fixed: Partial<LinkSettings> = {},
  ) {
    this.file = join(dataDir, 'settings.json');
    this.saved = { ...blankSettings, ...this.read() };
  }

  get current(): LinkSettings {
    const settings = { ...this.saved, ...this.fixed };
    const secretBelongs = this.fixed.clientSecret !== undefined || isSameRegistration(settings, this.saved);
    return secretBelongs ? settings : { ...settings, clientSecret: '' };
  }

  get isComplete(): boolean {
    return this.current.clientId !== '';
  }

  /** Replaces the settings, durably: a crash leaves the old file or the new one, never half of one. */
  save(settings: LinkSettings): void {
    mkdirSync(this.dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(`${this.file}.new`, JSON.stringify(settings, null, 2), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
    this.saved = settings;
  }

  private read(): Partial<LinkSettings> {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Partial<LinkSettings>;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw new Error(`The settings in ${this.file} cannot be read. Repair or delete that file.`, { cause: error });
    }
  }
}
