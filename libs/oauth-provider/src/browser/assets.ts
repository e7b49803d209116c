import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = (file: string): Buffer => readFileSync(new URL(`../../assets/${file}`, import.meta.url));

/** One file that pages of ours link to. */
export interface Asset {
  readonly type: string;
  readonly content: Buffer;
}

/** The files our pages link to, by name. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  ['drawbridge.css', { type: 'text/css; charset=utf-8', content: read('drawbridge.css') }],
  ['drawbridge.js', { type: 'text/javascript; charset=utf-8', content: read('drawbridge.js') }],
]);

/** Changes with the content of any of the files, so that browsers may keep them for long. */
export const assetVersion: string = [...assets.values()]
  .reduce((hash, { content }) => hash.update(content), createHash('sha256'))
  .digest('base64url')
  .slice(0, 12);
