import { Controller, Get, Header, Inject, NotFoundException, Req } from '@nestjs/common';
import { BaseUrl, GuardsItself } from 'nestjs-drawbridge/host';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { type HttpRequest } from '../browser/http-exchange.js';
import { atRoot, paths } from '../paths.js';
import { ResourceMetadata, type ResourceMetadataDocument } from './resource-metadata.service.js';
import { ServerMetadata, type ServerMetadataDocument } from './server-metadata.service.js';
import { pathBehind } from './well-known.js';

/** Lets a change of the configuration reach everybody within five minutes. */
const caching = 'public, max-age=300';

/** The two documents from which a client learns everything else, each below the base URL and at the root of its host. */
@Controller()
@GuardsItself()
@ClosedToApplications()
export class MetadataController {
  constructor(
    @Inject(ServerMetadata) private readonly server: ServerMetadata,
    @Inject(ResourceMetadata) private readonly resource: ResourceMetadata,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
  ) {}

  @Get([paths.serverMetadata, ...atRoot(paths.serverMetadata)])
  @Header('Cache-Control', caching)
  ofServer(@Req() request: HttpRequest): ServerMetadataDocument {
    this.requireOurs(request, paths.serverMetadata);
    return this.server.document();
  }

  @Get([paths.resourceMetadata, ...atRoot(paths.resourceMetadata)])
  @Header('Cache-Control', caching)
  ofResource(@Req() request: HttpRequest): ResourceMetadataDocument {
    this.requireOurs(request, paths.resourceMetadata);
    return this.resource.document();
  }

  /** At the root the path behind the well-known one says whose document is asked for; others may live beside us. */
  private requireOurs(request: HttpRequest, wellKnown: string): void {
    const asked = pathBehind(wellKnown, request);
    if (asked === '' || asked === this.baseUrl.pathOf('')) return;
    throw new NotFoundException('Nothing is known of this address.');
  }
}
