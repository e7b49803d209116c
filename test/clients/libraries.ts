import { OpenidClient, SimpleOauth2Client } from '../support/foreign-client.js';
import { ArcticClient } from './arctic.client.js';
import { BadgatewayClient } from './badgateway.client.js';
import { golang } from './golang.js';
import { type Library, ways } from './library.js';
import { Oauth4WebapiClient } from './oauth4webapi.client.js';
import { OidcClientTsClient } from './oidc-client-ts.client.js';
import { PassportClient } from './passport.client.js';
import { python } from './python.js';

const everyWay = Object.values(ways);

/** Client libraries that must work with the wiki as they are. */
export const libraries: readonly Library[] = [
  { name: 'openid-client', ways: everyWay, create: (options) => new OpenidClient(options) },
  { name: 'oauth4webapi', ways: everyWay, create: (options) => new Oauth4WebapiClient(options) },
  {
    name: 'simple-oauth2',
    ways: [ways.basic, ways.basicWithPkce, ways.body, ways.bodyWithPkce],
    create: (options) => new SimpleOauth2Client(options),
  },
  {
    name: 'passport-oauth2',
    ways: [ways.body, ways.bodyWithPkce, ways.publicClient],
    create: (options) => new PassportClient(options),
  },
  { name: '@badgateway/oauth2-client', ways: everyWay, create: (options) => new BadgatewayClient(options) },
  {
    name: 'arctic',
    ways: [ways.basic, ways.basicWithPkce, ways.publicClient],
    create: (options) => new ArcticClient(options),
  },
  { name: 'oidc-client-ts', ways: everyWay, create: (options) => new OidcClientTsClient(options) },
  python,
  golang,
];
