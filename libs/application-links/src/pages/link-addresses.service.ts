import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { paths } from '../paths.js';

/** What can be done to a link on a page of its own. */
export type LinkPage =
  'credentials' | 'edit' | 'disable' | 'enable' | 'delete' | 'secrets' | 'secrets/new' | 'withdraw' | 'try';

/** The addresses of the administrators' pages, with the wiki's context path. */
@Injectable()
export class LinkAddresses {
  constructor(@Inject(BaseUrl) private readonly baseUrl: BaseUrl) {}

  /** The list, or a part of it. */
  list(query: Readonly<Record<string, string>> = {}): string {
    return this.at('', query);
  }

  /** The first step of a new link. */
  newLink(): string {
    return this.at('/new');
  }

  /** The last step of a new link. */
  newDetails(): string {
    return this.at('/new/details');
  }

  /** Where the fields of a new link are judged, or those of one that is there. */
  check(id?: string): string {
    return this.at(id === undefined ? '/new/check' : `/${id}/edit/check`);
  }

  /** What applications can reach. */
  reach(query: Readonly<Record<string, string>> = {}): string {
    return this.at('/reach', query);
  }

  /** What applications can reach, as a table to take along. */
  reachExport(query: Readonly<Record<string, string>> = {}): string {
    return this.at('/reach/export', query);
  }

  /** The audit trail, or a part of it. */
  audit(query: Readonly<Record<string, string>> = {}): string {
    return this.at('/audit', query);
  }

  /** The audit trail to take along. */
  auditExport(query: Readonly<Record<string, string>> = {}): string {
    return this.at('/audit/export', query);
  }

  /** A link. */
  link(id: string, query: Readonly<Record<string, string>> = {}): string {
    return this.at(`/${id}`, query);
  }

  /** A page that belongs to a link. */
  page(id: string, page: LinkPage, query: Readonly<Record<string, string>> = {}): string {
    return this.at(`/${id}/${page}`, query);
  }

  /** Where one secret of a link is ended. */
  endSecret(id: string, secretId: string): string {
    return this.at(`/${id}/secrets/${secretId}/end`);
  }

  /** An endpoint that the external application talks to, in full. */
  endpoint(path: string): string {
    return this.baseUrl.at(path);
  }

  private at(path: string, query: Readonly<Record<string, string>> = {}): string {
    const search = new URLSearchParams(query).toString();
    return this.baseUrl.pathOf(`/${paths.pages}${path}${search ? `?${search}` : ''}`);
  }
}
