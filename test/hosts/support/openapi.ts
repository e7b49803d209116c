import { type OpenAPIObject } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import { type RouteReport } from 'nestjs-drawbridge/scopes';

/** The scope that opens each HTTP route of a report, as documents write routes. */
export function accessOfRoutes({ routes }: RouteReport): Record<string, string | null> {
  const http = routes.filter(({ method }) => /^(GET|POST|PUT|PATCH|DELETE)$/.test(method));
  return Object.fromEntries(
    http.map(({ method, path, scope }) => [`${method} ${path.replace(/[:*](\w+)/g, '{$1}')}`, scope]),
  );
}

/** What a validator of OpenAPI documents finds wrong; `true` when nothing. */
export async function validity(document: OpenAPIObject): Promise<unknown> {
  const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
  return valid || errors;
}

/** The scope that each operation of a document needs by a scheme; `null` where the scheme does not open it. */
export function accessOfOperations(document: OpenAPIObject, scheme: string): Record<string, string | null> {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { readonly security?: readonly Record<string, readonly string[]>[] }>).map(
      ([method, { security = [] }]) => [
        `${method.toUpperCase()} ${path}`,
        security.flatMap((requirement) => requirement[scheme] ?? [])[0] ?? null,
      ],
    ),
  );
  return Object.fromEntries(operations) as Record<string, string | null>;
}
