import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('loaded-files.mjs', import.meta.url));

/** The npm packages that importing a subpath of the built package loads. */
const packagesLoadedBy = (subpath: string): string[] => {
  const output = execFileSync(process.execPath, [program, `nestjs-drawbridge/${subpath}`], { encoding: 'utf8' });
  const files = JSON.parse(output) as string[];
  return [...new Set(files.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []))];
};

const forbidden = ['typeorm', '@nestjs/typeorm', 'passport', 'passport-http-bearer'];

describe('what importing a library loads (npm run build comes first)', () => {
  it.each(['host', 'scopes'])('%s loads neither TypeORM nor passport', (subpath) => {
    const loaded = packagesLoadedBy(subpath);
    expect(loaded).toContain('@nestjs/common');
    expect(loaded.filter((name) => forbidden.includes(name))).toEqual([]);
  });

  it.each(['host', 'scopes', 'oauth-provider', 'application-links', 'cli', 'testing'])(
    '%s loads no OpenAPI, not even where a host has it',
    (subpath) => {
      expect(packagesLoadedBy(subpath)).not.toContain('@nestjs/swagger');
    },
  );

  it('nothing that serves loads what only the command line needs', () => {
    const ofTheCommandLine = ['commander', 'yaml', 'string-width'];
    expect(packagesLoadedBy('application-links').filter((name) => ofTheCommandLine.includes(name))).toEqual([]);
    expect(packagesLoadedBy('cli')).toEqual(expect.arrayContaining(ofTheCommandLine));
  });

  it('oauth-provider loads both, so that this test would notice', () => {
    expect(packagesLoadedBy('oauth-provider')).toEqual(expect.arrayContaining(['typeorm', 'passport-http-bearer']));
  });
});
