import { type ContestantHost } from './contestant-host.js';
import { type ContestantSettings, type Kind } from './protocol.js';

/** Each contestant loads nothing of the others. */
export const hosts: Readonly<Record<Kind, (settings: ContestantSettings) => Promise<ContestantHost>>> = {
  bare: async () => (await import('./bare.host.js')).bare(),
  drawbridge: async (settings) => (await import('./drawbridge.host.js')).drawbridge(settings),
  'hand-written': async (settings) => (await import('../hand-written/hand-written.host.js')).handWritten(settings),
  'oidc-provider': async (settings) =>
    (await import('../peers/oidc-provider/oidc-provider.host.js')).oidcProvider(settings),
  '@node-oauth/oauth2-server': async (settings) =>
    (await import('../peers/node-oauth/node-oauth.host.js')).nodeOauth(settings),
  '@jmondi/oauth2-server': async (settings) => (await import('../peers/jmondi/jmondi.host.js')).jmondi(settings),
};
