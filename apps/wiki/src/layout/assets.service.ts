import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../assets/', import.meta.url);

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

/** One of the wiki's own style sheets, scripts or drawings. */
export interface Asset {
  readonly text: string;
  readonly contentType: string;
  /** Changes whenever the text does. */
  readonly version: string;
}

/** The files in `apps/wiki/assets`, read once at the start. */
@Injectable()
export class Assets {
  private readonly files: ReadonlyMap<string, Asset> = new Map(
    readdirSync(folder).flatMap((name): [string, Asset][] => {
      const contentType = contentTypes[name.split('.').at(-1) ?? ''];
      if (!contentType) return [];
      const text = readFileSync(new URL(name, folder), 'utf8');
      const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
      return [[name, { text, contentType, version }]];
    }),
  );

  /** The file of this name; `undefined` when there is none. */
  find(name: string): Asset | undefined {
    return this.files.get(name);
  }

  /** The path under which a browser gets the file and may keep it for good. Throws for an unknown name. */
  pathOf(name: string): string {
    const asset = this.find(name);
    if (!asset) throw new Error(`There is no file ${name} in apps/wiki/assets.`);
    return `/assets/${name}?v=${asset.version}`;
  }
}
