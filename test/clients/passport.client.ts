import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import session from 'express-session';
import { Passport } from 'passport';
import OAuth2Strategy, { type VerifyCallback } from 'passport-oauth2';
import {
  endpoint,
  type ForeignClient,
  type ForeignClientOptions,
  type ForeignTokens,
  fromAnswer,
} from '../support/foreign-client.js';

/** An application on Express whose people sign in by the wiki, with passport-oauth2. */
export class PassportClient implements ForeignClient {
  private readonly app: Express;
  private readonly strategy: OAuth2Strategy;
  private cookie = '';

  constructor(options: ForeignClientOptions) {
    this.strategy = strategyFor(options);
    this.app = appWith(this.strategy);
  }

  async begin(): Promise<URL> {
    const answer = await this.ask('/login');
    this.cookie = answer.headers.getSetCookie().join('; ');
    return new URL(answer.headers.get('location') ?? '');
  }

  async finish(callback: URL): Promise<ForeignTokens> {
    return fromAnswer((await (await this.ask(callback.pathname + callback.search)).json()) as object);
  }

  /** As passport-oauth2-refresh does it, with the strategy's own client. */
  async refresh({ refreshToken }: ForeignTokens): Promise<ForeignTokens> {
    return new Promise((resolve, reject) => {
      const client = (this.strategy as unknown as { readonly _oauth2: Refresher })._oauth2;
      client.getOAuthAccessToken(refreshToken, { grant_type: 'refresh_token' }, (error, access, refresh, answer) => {
        if (error) reject(new Error(JSON.stringify(error)));
        else resolve(fromAnswer({ ...answer, access_token: access, refresh_token: refresh }));
      });
    });
  }

  /** One request to the application, behind the name that its redirect URI has. */
  private async ask(path: string): Promise<Response> {
    const server = this.app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const headers = { cookie: this.cookie, connection: 'close' };
      return await fetch(`http://127.0.0.1:${port.toString()}${path}`, { headers, redirect: 'manual' });
    } finally {
      server.close();
    }
  }
}

interface Refresher {
  getOAuthAccessToken(
    token: string,
    parameters: { readonly grant_type: string },
    done: (error: unknown, access: string, refresh: string, answer: object) => void,
  ): void;
}

function strategyFor({ wiki, clientId, clientSecret = '', redirectUri, scope, pkce }: ForeignClientOptions) {
  const settings = {
    authorizationURL: endpoint(wiki, 'authorize'),
    tokenURL: endpoint(wiki, 'token'),
    clientID: clientId,
    clientSecret,
    callbackURL: redirectUri,
    scope: scope.split(' '),
    state: true as const,
    pkce: pkce ?? false,
  };
  const keep = (access: string, refresh: string, answer: object, _profile: unknown, done: VerifyCallback) =>
    done(null, { ...answer, access_token: access, refresh_token: refresh });
  return new OAuth2Strategy(settings, keep);
}

function appWith(strategy: OAuth2Strategy): Express {
  const app = express();
  const passport = new Passport();
  passport.use('wiki', strategy);
  app.use(session({ secret: 'of this application', resave: false, saveUninitialized: false }));
  app.use(passport.initialize());
  app.get('/login', passport.authenticate('wiki') as express.RequestHandler);
  const signIn = passport.authenticate('wiki', { session: false }) as express.RequestHandler;
  app.get('/callback', signIn, (request, response) => response.json(request.user));
  return app;
}
