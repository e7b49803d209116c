import { Router, type Response } from 'express';
import { sendPage } from '../layout/page.sender.js';
import { sessionOf } from '../sessions/session.middleware.js';
import type { LinkSettings } from './link-settings.js';
import { readSettingsForm, type SettingsFaults } from './settings.form.js';
import { settingsPage } from './settings.page.js';
import type { SettingsStore } from './settings.store.js';

/** The settings page and its form. */
export function settingsRoutes(store: SettingsStore, redirectUri: () => string): Router {
  const show = (response: Response, settings: LinkSettings, faults: SettingsFaults): void => {
    const { fixed, current } = store;
    const { ticket } = sessionOf(response);
    const model = { settings, savedSecret: current.clientSecret, fixed, faults, redirectUri: redirectUri(), ticket };
    sendPage(response, settingsPage(model), Object.keys(faults).length ? 422 : 200);
  };

  return Router()
    .get('/settings', (_request, response) => show(response, store.current, {}))
    .post('/settings', (request, response) => {
      const { settings, faults } = readSettingsForm(request.body, store.current, store.fixed);
      if (Object.keys(faults).length) return show(response, settings, faults);
      store.save(settings);
      sessionOf(response).notice = 'Saved. Now connect: the wiki will ask you what Field Notes may do.';
      response.redirect(303, '/connection');
    });
}
