import { Inject, Injectable } from '@nestjs/common';
import { VERSION_METADATA } from '@nestjs/common/constants.js';
import { ApplicationConfig } from '@nestjs/core';
import { RoutePathFactory } from '@nestjs/core/router/route-path-factory.js';
import { type Controller, type Handler } from './controllers.js';
import { type PiecedRoute } from './declared-routes.js';

type Version = Parameters<RoutePathFactory['create']>[0]['methodVersion'];

const versionOf = (target: object) => Reflect.getMetadata(VERSION_METADATA, target) as Version;

/** From declared routes to the paths that clients call: with the global prefix and the version, as Nest makes them. */
@Injectable()
export class ClientPaths {
  constructor(@Inject(ApplicationConfig) private readonly config: ApplicationConfig) {}

  /** One path for each version that stands in the path; one in all other cases. */
  of({ type, modulePath }: Controller, handler: Handler, route: PiecedRoute): readonly string[] {
    const versioning = this.config.getVersioning();
    const globalPrefix = this.config.getGlobalPrefix().replace(/^\/*(?=.)/, '/');
    return new RoutePathFactory(this.config).create(
      {
        modulePath,
        ctrlPath: route.controllerPath,
        methodPath: route.methodPath,
        globalPrefix,
        controllerVersion: versioning && (versionOf(type) ?? versioning.defaultVersion),
        methodVersion: versionOf(handler),
        versioningOptions: versioning,
      },
      route.method,
    );
  }
}
