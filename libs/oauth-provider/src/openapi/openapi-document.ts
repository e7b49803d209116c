/** What has to be offered together: the schemes' names with the scopes each needs. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

/** An operation of an OpenAPI document, as far as it is looked at. */
export interface Operation {
  readonly security?: readonly SecurityRequirement[];
  readonly responses?: object;
}

/** An OpenAPI document as `SwaggerModule.createDocument` makes it, as far as it is looked at. */
export interface OpenApiDocument {
  readonly paths: object;
  readonly components?: { readonly securitySchemes?: object };
  readonly security?: readonly SecurityRequirement[];
}

/** What stands for an operation in a path (OpenAPI 3.2 §4.9, and what @nestjs/swagger adds); all else in it is none. */
export const operationMethods: readonly string[] = [
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'],
  'search',
];
