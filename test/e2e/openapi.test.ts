import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { describeAccess } from 'nestjs-drawbridge/oauth-provider';
import { RouteReport } from 'nestjs-drawbridge/scopes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessOfOperations, accessOfRoutes, validity } from '../hosts/support/openapi.js';
import { sqlite } from '../support/databases.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

describe.each(['express', 'fastify'] as const)('an OpenAPI document of the wiki on %s', (platform) => {
  let wiki: RunningWiki;

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite, platform });
  });

  afterAll(() => wiki.close());

  it('P5 needs of each operation what the report says', async () => {
    const config = new DocumentBuilder().setTitle('Wiki').build();
    const document = describeAccess(wiki.app, SwaggerModule.createDocument(wiki.app, config));
    const said = accessOfOperations(document, 'applicationAccess');
    expect(said).toEqual(accessOfRoutes(RouteReport.of(wiki.app)));
    expect(new Set(Object.values(said))).toEqual(new Set([null, 'READ', 'WRITE', 'ADMIN', 'SYSTEM_ADMIN']));
    expect(await validity(document)).toBe(true);
  });
});
