import { type INestApplicationContext } from '@nestjs/common';
import { ApplicationConfig } from '@nestjs/core';
import { RouteMap, type Scope } from 'nestjs-drawbridge/scopes';
import { ServerMetadata } from '../metadata/server-metadata.service.js';
import {
  type OpenApiDocument,
  type Operation,
  operationMethods,
  type SecurityRequirement,
} from './openapi-document.js';
import { scopesOf, type ScopeOfOperation } from './operation-scopes.js';
import { securityScheme } from './security-scheme.js';

/** How access is written into a document. */
export interface DescribeAccessOptions {
  /** The name of the security scheme in the document. Default: `applicationAccess`. */
  readonly scheme?: string;
}

/**
 * Adds to an OpenAPI document how applications get in and which scope each operation needs, from the map that requests are judged by.
 * What the host says of its own sign-in stays, as an alternative. Answers a new document:
 * `SwaggerModule.setup('docs', app, describeAccess(app, SwaggerModule.createDocument(app, config)))`.
 *
 * @throws Error when the document has a security scheme of that name already
 */
export function describeAccess<Document extends OpenApiDocument>(
  app: Pick<INestApplicationContext, 'get'>,
  document: Document,
  { scheme = 'applicationAccess' }: DescribeAccessOptions = {},
): Document {
  const { securitySchemes } = document.components ?? {};
  if (securitySchemes && Object.hasOwn(securitySchemes, scheme))
    throw new Error(
      `describeAccess: the document has a security scheme '${scheme}' already. Give another name: { scheme: '…' }.`,
    );
  const server = app.get(ServerMetadata, { strict: false }).document();
  const prefix = app.get(ApplicationConfig, { strict: false }).getGlobalPrefix();
  const scopeOf = scopesOf(app.get(RouteMap, { strict: false }).list(), prefix);
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    withAccess(item as object, path, { scopeOf, scheme, general: document.security }),
  ]);
  return {
    ...document,
    components: { ...document.components, securitySchemes: { ...securitySchemes, [scheme]: securityScheme(server) } },
    paths: Object.fromEntries(paths) as object,
  };
}

interface Described {
  readonly scopeOf: ScopeOfOperation;
  readonly scheme: string;
  /** What the document needs for operations that say nothing themselves. */
  readonly general: readonly SecurityRequirement[] | undefined;
}

function withAccess(item: object, path: string, { scopeOf, scheme, general }: Described): object {
  const entries = Object.entries(item).map(([method, operation]: [string, Operation]) => {
    const scope = operationMethods.includes(method) ? scopeOf(method, path) : null;
    return [method, scope === null ? operation : opened(operation, scope, scheme, operation.security ?? general)];
  });
  return Object.fromEntries(entries) as object;
}

/** An empty list says that nothing is needed; beside an alternative that is said by an empty requirement (OpenAPI 3.1 §4.8.30). */
function opened(
  operation: Operation,
  scope: Scope,
  scheme: string,
  own: readonly SecurityRequirement[] | undefined,
): Operation {
  const others = own?.length === 0 ? [{}] : (own ?? []);
  return {
    ...operation,
    security: [...others, { [scheme]: [scope] }],
    responses: { ...refusalsFor(scope), ...operation.responses },
  };
}

const refusalsFor = (scope: Scope) => ({
  401: { description: 'Nobody is signed in, or the access token is not good any more.' },
  403: { description: `The application was not given the scope ${scope}, or its person may not do this.` },
});
