import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { type Scope, SCOPES } from 'nestjs-drawbridge/scopes';
import { paths } from '../paths.js';

/** What the wiki's REST says of itself (RFC 9728 §2). */
export interface ResourceMetadataDocument {
  readonly resource: string;
  readonly authorization_servers: readonly string[];
  readonly scopes_supported: readonly Scope[];
  readonly bearer_methods_supported: readonly string[];
}

/** Describes the routes that tokens open, and says which server gives the tokens. */
@Injectable()
export class ResourceMetadata {
  constructor(@Inject(BaseUrl) private readonly baseUrl: BaseUrl) {}

  document(): ResourceMetadataDocument {
    return {
      resource: this.baseUrl.get(),
      authorization_servers: [this.baseUrl.get()],
      scopes_supported: SCOPES,
      bearer_methods_supported: ['header'],
    };
  }

  /** The part of a challenge that leads to the document (RFC 9728 §5.1): below the base URL, where every host has it. */
  challengePart(): string {
    return `resource_metadata="${this.baseUrl.at(`/${paths.resourceMetadata}`)}"`;
  }
}
