import { isSameRegistration, type LinkSettings } from '../settings/link-settings.js';
import { WikiClient } from '../wiki/wiki.client.js';

/** Builds the client for the settings as they are now, and keeps it until they change. */
export class WikiClients {
  private kept: { settings: LinkSettings; client: WikiClient } | undefined;

  constructor(
    private readonly settings: () => LinkSettings,
    private readonly redirectUri: () => string,
  ) {}

  current(): WikiClient {
    const settings = this.settings();
    const isUnchanged =
      this.kept &&
      isSameRegistration(this.kept.settings, settings) &&
      this.kept.settings.clientSecret === settings.clientSecret &&
      this.kept.settings.scopes.join() === settings.scopes.join();
    if (!this.kept || !isUnchanged) this.kept = { settings, client: new WikiClient(settings, this.redirectUri()) };
    return this.kept.client;
  }
}
