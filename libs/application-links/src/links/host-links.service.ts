import { Inject, Injectable } from '@nestjs/common';
import { type ClientType } from 'nestjs-drawbridge/oauth-provider';
import { type Scope } from 'nestjs-drawbridge/scopes';
import { type Administrator } from '../administrators/administrator.js';
import { LinkForm } from '../form/link-form.js';
import { LinkRules } from '../form/link-rules.service.js';
import { LinksService } from './links.service.js';

/** A link as the host's own code wants it. */
export interface NewHostLink {
  /** Unlike every other link's. */
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly Scope[];
  /** Default: `confidential`. */
  readonly clientType?: ClientType;
}

/** What the application is configured with. */
export interface HostLinkCredentials {
  readonly clientId: string;
  /** `null` for a public client. */
  readonly clientSecret: string | null;
}

/** Nobody in particular. */
const theHost: Administrator = {
  actor: { userId: null, address: null },
  person: null,
  clientId: null,
  ceiling: 'SYSTEM_ADMIN',
};

/** Links that the host's own code makes, in no administrator's name: for tests, and for what a host brings along. */
@Injectable()
export class HostLinks {
  constructor(
    @Inject(LinksService) private readonly links: LinksService,
    @Inject(LinkRules) private readonly rules: LinkRules,
  ) {}

  /**
   * Lets an application in, under the checks that an administrator's form goes through.
   *
   * @throws InvalidLinkException that names each field that is not right, NameTakenException
   */
  async create(wanted: NewHostLink): Promise<HostLinkCredentials> {
    const checked = new LinkForm({ ...wanted, version: 1 }, this.rules).check();
    const { link, clientSecret } = await this.links.create(theHost, checked);
    return { clientId: link.clientId, clientSecret };
  }
}
