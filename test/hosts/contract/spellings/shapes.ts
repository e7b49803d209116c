import { VersioningType } from '@nestjs/common';
import { type HostShape } from '../start-host.js';
import { spelledRules, SpelledRoutesModule } from './spelled-routes.module.js';

/** A way to serve the same routes. */
export interface Shape extends HostShape {
  readonly name: string;
  /** What stands before every declared path. */
  readonly prefix: string;
  /** The paths of what comes in two versions. */
  readonly reports: readonly string[];
}

const served = { imports: [SpelledRoutesModule], rules: { routes: spelledRules } };

/** Prefix, versions and mount, in the ways that Nest and its platforms have. */
export const shapes: readonly Shape[] = [
  {
    ...served,
    name: 'with versions in a header',
    prefix: '',
    reports: ['/reports', '/reports/all'],
    configure: (app) => app.enableVersioning({ type: VersioningType.HEADER, header: 'x-version' }),
  },
  {
    ...served,
    name: 'below a global prefix, with versions in the path',
    prefix: '/api',
    reports: ['/api/v1/reports', '/api/v2/reports', '/api/v2/reports/all'],
    configure: (app) => app.setGlobalPrefix('api').enableVersioning({ type: VersioningType.URI }),
  },
  {
    ...served,
    name: 'mounted at a path, with versions in the media type and methods in a header',
    prefix: '/confluence',
    reports: ['/confluence/reports', '/confluence/reports/all'],
    mountedAt: '/confluence',
    overridesMethods: true,
    configure: (app) => app.enableVersioning({ type: VersioningType.MEDIA_TYPE, key: 'v=' }),
  },
];
