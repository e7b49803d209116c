import { html, type Html } from '../layout/html.js';
import type { Page } from '../layout/page.js';
import { postForm } from '../layout/post-form.js';
import { knownScopes } from './known-scopes.js';
import type { LinkSettings } from './link-settings.js';
import type { SettingsFaults } from './settings.form.js';

/** What the settings page shows. */
export interface SettingsModel {
  readonly settings: LinkSettings;
  readonly savedSecret: string;
  readonly fixed: Partial<LinkSettings>;
  readonly faults: SettingsFaults;
  readonly redirectUri: string;
  readonly ticket: string;
}

const variables = { wikiUrl: 'WIKI_URL', clientId: 'CLIENT_ID', clientSecret: 'CLIENT_SECRET', scopes: 'SCOPES' };

const isFixed = (model: SettingsModel, name: keyof LinkSettings): boolean => model.fixed[name] !== undefined;

const hint = (model: SettingsModel, name: keyof LinkSettings, words: Html | string): Html =>
  html`<p class="hint" id="${name}-hint">
      ${isFixed(model, name) ? `Fixed by the environment variable ${variables[name]}.` : words}
    </p>
    ${model.faults[name] ? html`<p class="fault" id="${name}-fault">${model.faults[name]}</p>` : null}`;

const describedBy = (model: SettingsModel, name: keyof LinkSettings): Html =>
  html`aria-describedby="${name}-hint${model.faults[name] ? ` ${name}-fault` : ''}"
  ${model.faults[name] ? html`aria-invalid="true"` : null}`;

const textField = (model: SettingsModel, name: 'wikiUrl' | 'clientId', label: string, words: string): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${model.settings[name]}"
      autocomplete="off"
      spellcheck="false"
      ${isFixed(model, name) ? html`readonly` : null}
      ${describedBy(model, name)}
    />
    ${hint(model, name, words)}
  </div>`;

function secretWords(saved: string): string {
  if (!saved) return 'Leave it empty if the wiki gave you none (a public client).';
  const ending = saved.length >= 16 ? ` that ends with “${saved.slice(-4)}”` : '';
  return `A secret${ending} is saved and is never shown again. Leave this empty to keep it.`;
}

const secretField = (model: SettingsModel): Html =>
  html`<div class="field">
    <label for="clientSecret">Client secret</label>
    <input
      id="clientSecret"
      name="clientSecret"
      type="password"
      autocomplete="off"
      ${isFixed(model, 'clientSecret') ? html`readonly` : null}
      ${describedBy(model, 'clientSecret')}
    />
    ${hint(model, 'clientSecret', secretWords(model.savedSecret))}
    ${
      model.savedSecret && !isFixed(model, 'clientSecret')
        ? html`<label class="choice"
            ><input type="checkbox" name="forgetSecret" value="yes" /> Forget the saved secret</label
          >`
        : null
    }
  </div>`;

function scopeField(model: SettingsModel): Html {
  const chosen = model.settings.scopes;
  const known = knownScopes.map(({ scope }) => scope);
  const others = chosen.filter((scope) => !known.includes(scope)).map((scope) => ({ scope, words: '' }));
  return html`<fieldset class="field" ${describedBy(model, 'scopes')}>
    <legend>Permissions to ask for</legend>
    ${[...knownScopes, ...others].map(
      ({ scope, words }) =>
        html`<label class="choice"
          ><input
            type="checkbox"
            name="scopes"
            value="${scope}"
            ${chosen.includes(scope) ? html`checked` : null}
            ${isFixed(model, 'scopes') ? html`disabled` : null}
          />
          <span><code>${scope}</code> ${words}</span></label
        >`,
    )}
    ${hint(model, 'scopes', 'Nobody can give more than they may do themselves, and the link sets an upper limit.')}
  </fieldset>`;
}

const redirectUriField = (redirectUri: string): Html =>
  html`<section class="card" aria-labelledby="redirect-heading">
    <h2 id="redirect-heading">First, in the wiki</h2>
    <p>
      An administrator opens <strong>Application links</strong>, creates a link to an external application and pastes
      this redirect URL:
    </p>
    <p class="copy">
      <code id="redirect-uri">${redirectUri}</code
      ><button class="button plain" data-copy="redirect-uri" hidden>Copy</button>
    </p>
    <p class="hint">One click marks the whole address.</p>
    <p class="hint">
      Field Notes has no accounts of its own: whoever can open this page can change these settings. Run it for yourself,
      on your own machine.
    </p>
  </section>`;

/** "Link to a wiki": the redirect URL to hand out and the credentials to enter. */
export function settingsPage(model: SettingsModel): Page {
  const faulty = Object.keys(model.faults).length > 0;
  return {
    title: faulty ? 'Please check: Link to a wiki' : 'Link to a wiki',
    place: 'settings',
    body: html`<h1>Link to a wiki</h1>
      ${faulty ? html`<p class="notice warning" role="alert">Nothing was saved. Please check the marked fields.</p>` : null}
      <div class="columns">
        ${redirectUriField(model.redirectUri)}
        <section class="card" aria-labelledby="credentials-heading">
          <h2 id="credentials-heading">Then, here</h2>
          ${postForm(
            '/settings',
            model.ticket,
            html`${textField(model, 'wikiUrl', 'Wiki URL', 'The address of the wiki, with its path if it has one.')}
              ${textField(model, 'clientId', 'Client ID', 'In the wiki: More actions, View credentials.')}
              ${secretField(model)} ${scopeField(model)} <button class="button primary">Save</button>`,
          )}
        </section>
      </div>`,
  };
}
