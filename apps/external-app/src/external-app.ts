import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { ExternalAppConfig } from './config/external-app.config.js';
import { Authorization } from './connection/authorization.js';
import { connectionRoutes } from './connection/connection.routes.js';
import { dropForeignConnection } from './connection/current-connection.js';
import { WikiClients } from './connection/wiki-clients.js';
import { canonicalHost } from './layout/canonical-host.js';
import { sendPage } from './layout/page.sender.js';
import { securityHeaders } from './layout/security-headers.js';
import { notesRoutes } from './notes/notes.routes.js';
import { notFound } from './problems/form-problems.js';
import { problems } from './problems/problem.middleware.js';
import { formTickets } from './sessions/form-tickets.js';
import { sessionOf, sessions } from './sessions/session.middleware.js';
import { SessionsStore } from './sessions/sessions.store.js';
import { settingsRoutes } from './settings/settings.routes.js';
import { SettingsStore } from './settings/settings.store.js';
import { startPage } from './start/start.page.js';
import { trialsRoutes } from './trials/trials.routes.js';

const assets = fileURLToPath(new URL('../assets', import.meta.url));

function assemble(config: ExternalAppConfig, baseUrl: () => string): Express {
  const now = config.now ?? Date.now;
  const settings = new SettingsStore(config.dataDir, config.fixedSettings);
  const redirectUri = (): string => `${baseUrl()}/callback`;
  const clients = new WikiClients(() => settings.current, redirectUri);
  const wikiUrl = (): string => settings.current.wikiUrl;

  const app = express().disable('x-powered-by').set('query parser', 'simple');
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok', linked: settings.isComplete }));
  app.use(canonicalHost(baseUrl));
  app.use(securityHeaders(() => new URL(wikiUrl()).origin));
  app.use('/assets', express.static(assets, { maxAge: '5m', index: false }));
  app.use(sessions(new SessionsStore(now), () => baseUrl().startsWith('https:')));
  app.use(express.urlencoded({ extended: false, limit: '100kb' }), formTickets);
  app.use((_request, response, next) => {
    dropForeignConnection(sessionOf(response), settings.current);
    next();
  });
  app.get('/', (_request, response) => {
    const { connection, ticket } = sessionOf(response);
    sendPage(response, startPage({ isSetUp: settings.isComplete, isConnected: connection !== undefined, ticket }));
  });
  app.use(settingsRoutes(settings, redirectUri));
  app.use(connectionRoutes(new Authorization(settings, clients, now), settings, now));
  app.use(notesRoutes());
  app.use(trialsRoutes(now));
  app.use(() => {
    throw notFound();
  });
  app.use(problems(wikiUrl));
  return app;
}

/** Field Notes as a server that does not listen yet. Throws when its settings file cannot be read. */
export function createExternalApp(config: ExternalAppConfig): Server {
  const baseUrl = (): string => config.baseUrl ?? `http://localhost:${(server.address() as AddressInfo).port}`;
  const app = assemble(config, baseUrl);
  const server = createServer((request, response) => void app(request, response));
  return server;
}
