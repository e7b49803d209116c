import { type INestApplicationContext, type NestApplicationOptions } from '@nestjs/common';
import { InitializeOnPreviewAllowlist, RouterModule } from '@nestjs/core';
import { ScopesModule } from '../scopes.module.js';

/** What an application is created with when its routes are to be read and nothing else. */
export type PreviewOptions = Pick<NestApplicationOptions, 'preview' | 'abortOnError' | 'logger'>;

/**
 * Creates an application whose routes can be listed and nothing else: no provider and no controller is constructed but
 * those of `ScopesModule`, so it opens no database, and it can neither listen nor answer.
 *
 * `create` hands the options on to `NestFactory.create`, and sets global prefix and versioning as always. The rules must be
 * known without other providers: with `ScopesModule.forRoot`, or a `forRootAsync` that injects nothing.
 */
export async function createPreview<App extends INestApplicationContext>(
  create: (options: PreviewOptions) => Promise<App>,
): Promise<App> {
  for (const module of [ScopesModule, RouterModule]) InitializeOnPreviewAllowlist.add(module);
  return create({ preview: true, abortOnError: false, logger: ['error', 'fatal'] });
}
