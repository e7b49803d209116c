import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeAccess } from 'nestjs-drawbridge/oauth-provider';
import { RouteReport, SCOPES } from 'nestjs-drawbridge/scopes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessOfOperations, accessOfRoutes, validity } from '../support/openapi.js';
import { type RunningBoards, startBoards } from './start-boards.js';

describe('the OpenAPI document of the boards', () => {
  let boards: RunningBoards;

  beforeAll(async () => {
    boards = await startBoards();
  });

  afterAll(() => boards.close());

  const documentOf = (
    options: { ignoreGlobalPrefix?: boolean } = {},
    config = new DocumentBuilder().setTitle('Boards'),
  ) => SwaggerModule.createDocument(boards.app, config.build(), options);
  const withAccess = (document: OpenAPIObject): OpenAPIObject => describeAccess(boards.app, document);

  it('says where applications get tokens, and which scopes there are', () => {
    const { applicationAccess } = withAccess(documentOf()).components?.securitySchemes ?? {};
    expect(applicationAccess).toMatchObject({
      type: 'oauth2',
      flows: {
        authorizationCode: {
          authorizationUrl: `${boards.url}/rest/oauth2/latest/authorize`,
          tokenUrl: `${boards.url}/rest/oauth2/latest/token`,
          refreshUrl: `${boards.url}/rest/oauth2/latest/token`,
        },
      },
    });
    const { flows } = applicationAccess as { flows: { authorizationCode: { scopes: object } } };
    expect(Object.keys(flows.authorizationCode.scopes)).toEqual(SCOPES);
  });

  it('P5 needs of each operation what the report says', async () => {
    const document = withAccess(documentOf());
    const said = accessOfOperations(document, 'applicationAccess');
    expect(said).toEqual(accessOfRoutes(RouteReport.of(boards.app)));
    expect(said).toMatchObject({ 'GET /api/v1/cards': 'READ', 'POST /api/login': null });
    expect(await validity(document)).toBe(true);
  });

  it('P5 needs the same where the document leaves the prefix out', () => {
    const said = accessOfOperations(withAccess(documentOf({ ignoreGlobalPrefix: true })), 'applicationAccess');
    const mapped = accessOfRoutes(RouteReport.of(boards.app));
    const ours = Object.entries(said).filter(([route]) => !route.includes('/.well-known/'));
    expect(ours.length).toBeGreaterThan(50);
    for (const [route, scope] of ours) expect([route, mapped[route.replace(' ', ' /api')]]).toEqual([route, scope]);
  });

  it('keeps what the host says of its own sign-in, beside it', () => {
    const config = new DocumentBuilder().addCookieAuth('boards').addSecurityRequirements('cookie').addBearerAuth();
    const document = documentOf({}, config);
    const cards = document.paths['/api/v1/cards'];
    if (cards?.post) cards.post.security = [{ bearer: [] }];
    if (cards?.delete) cards.delete.security = [];
    const told = withAccess(document);
    const { get, post, delete: remove } = told.paths['/api/v1/cards'] ?? {};
    expect(get?.security).toEqual([{ cookie: [] }, { applicationAccess: ['READ'] }]);
    expect(post?.security).toEqual([{ bearer: [] }, { applicationAccess: ['WRITE'] }]);
    expect(remove?.security).toEqual([{}, { applicationAccess: ['WRITE'] }]);
    expect(told.paths['/api/login']?.get).toEqual(document.paths['/api/login']?.get);
    expect(told.security).toEqual([{ cookie: [] }]);
    expect(Object.keys(told.components?.securitySchemes ?? {})).toEqual(['cookie', 'bearer', 'applicationAccess']);
    expect(cards?.get?.security).toBeUndefined();
  });

  it('says what a refusal means, unless the host says it', () => {
    const document = documentOf();
    const get = document.paths['/api/v1/cards']?.get;
    if (get) get.responses['403'] = { description: 'Not for you.' };
    const responses = withAccess(document).paths['/api/v1/cards']?.get?.responses;
    expect(responses).toMatchObject({ 401: { description: expect.stringContaining('token') as string } });
    expect(responses?.['403']).toEqual({ description: 'Not for you.' });
  });

  it('refuses a name that the document uses, and takes another', () => {
    const config = new DocumentBuilder().addOAuth2({ type: 'oauth2' }, 'applicationAccess');
    const document = documentOf({}, config);
    expect(() => withAccess(document)).toThrow("has a security scheme 'applicationAccess' already");
    const told = describeAccess(boards.app, document, { scheme: 'links' });
    expect(told.paths['/api/v1/cards']?.get?.security).toEqual([{ links: ['READ'] }]);
  });
});
