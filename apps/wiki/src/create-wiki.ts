import { type INestApplication, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pathsOutsidePrefix } from 'nestjs-drawbridge/oauth-provider';
import { AppModule } from './app.module.js';
import { type WikiConfig } from './config/wiki-config.js';
import { securityHeaders } from './http/security-headers.js';
import { WikiLogger } from './http/wiki-logger.js';

/** The largest body the wiki reads, in bytes. */
const bodyLimit = 5 * 1024 * 1024;

/** The HTTP platform that the configuration names. */
export const adapterFor = (config: WikiConfig): ExpressAdapter | FastifyAdapter =>
  config.platform === 'fastify'
    ? new FastifyAdapter({
        bodyLimit,
        trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
        routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1024 },
      })
    : new ExpressAdapter();

/** Gives an application of `AppModule` what cannot be said in a module: prefix, limits, headers, trusted proxies. */
export function configureWiki(app: INestApplication, config: WikiConfig): void {
  if (config.contextPath) app.setGlobalPrefix(config.contextPath, { exclude: [...pathsOutsidePrefix] });
  app.use(securityHeaders);
  if (config.platform === 'fastify') {
    const fastify = app as NestFastifyApplication;
    fastify.useBodyParser('application/json', { bodyLimit });
    fastify.useBodyParser('application/x-www-form-urlencoded', { bodyLimit });
  } else {
    const express = app as NestExpressApplication;
    express.useBodyParser('json', { limit: bodyLimit });
    express.useBodyParser('urlencoded', { limit: bodyLimit, extended: false });
    express.disable('x-powered-by');
    if (config.trustProxy.length > 0) express.set('trust proxy', config.trustProxy);
  }
  app.enableShutdownHooks();
}

/** Makes the wiki, ready to listen; or as `options` want it. */
export async function createWiki(config: WikiConfig, options: NestApplicationOptions = {}): Promise<INestApplication> {
  const app = await NestFactory.create(AppModule.forRoot(config), adapterFor(config), {
    logger: new WikiLogger(),
    abortOnError: false,
    ...options,
  });
  configureWiki(app, config);
  return app;
}
