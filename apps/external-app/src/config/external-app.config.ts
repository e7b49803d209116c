import type { LinkSettings } from '../settings/link-settings.js';

/** What the application is told from outside before it starts. */
export interface ExternalAppConfig {
  /** Address people open, without a path. Left out: `http://localhost:` and the port it listens on. */
  readonly baseUrl?: string;
  /** Folder that keeps the settings over a restart. */
  readonly dataDir: string;
  /** Settings given from outside; they cannot be changed in the browser. */
  readonly fixedSettings?: Partial<LinkSettings>;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
}

/** Where the application listens. */
export interface ListenAddress {
  readonly port: number;
  readonly host: string;
}
