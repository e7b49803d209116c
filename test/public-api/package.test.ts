import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const subpaths = ['host', 'scopes', 'oauth-provider', 'application-links', 'cli', 'testing'] as const;

/** Somewhere else, with the package as it is published and the packages it asks for. */
describe('the package as it is published', () => {
  let outside: string;

  beforeAll(() => {
    outside = mkdtempSync(join(tmpdir(), 'drawbridge-package-'));
    const pack = ['pack', '-w', 'nestjs-drawbridge', '--pack-destination', outside, '--silent'];
    const tarball = execFileSync('npm', pack, { cwd: repository, encoding: 'utf8' }).trim();
    const modules = join(outside, 'node_modules');
    mkdirSync(join(modules, 'nestjs-drawbridge'), { recursive: true });
    execFileSync('tar', [
      'xzf',
      join(outside, tarball),
      '--strip-components=1',
      '-C',
      join(modules, 'nestjs-drawbridge'),
    ]);
    const others = readdirSync(join(repository, 'node_modules')).filter((name) => name !== 'nestjs-drawbridge');
    for (const name of others) symlinkSync(join(repository, 'node_modules', name), join(modules, name));
    // What the package asks for in another version than something else here.
    const own = join(modules, 'nestjs-drawbridge/node_modules');
    if (existsSync(join(repository, 'libs/node_modules'))) symlinkSync(join(repository, 'libs/node_modules'), own);
  });

  /** The same place, with the NestJS that is found below a folder. */
  const use = (folder: string): void => {
    const nest = join(outside, 'node_modules/@nestjs');
    rmSync(nest);
    symlinkSync(join(repository, folder, 'node_modules/@nestjs'), nest);
  };

  afterAll(() => rmSync(outside, { recursive: true, force: true }));

  const run = (type: 'module' | 'commonjs', code: string): string =>
    execFileSync(process.execPath, [`--input-type=${type}`, '-e', code], { cwd: outside, encoding: 'utf8' }).trim();

  it.each(subpaths)('loads %s from an ESM host', (name) => {
    const code = `import 'reflect-metadata'; console.log(Object.keys(await import('nestjs-drawbridge/${name}')).length > 1)`;
    expect(run('module', code)).toBe('true');
  });

  it.each(subpaths)('loads %s from a CommonJS host', (name) => {
    const code = `require('reflect-metadata'); console.log(Object.keys(require('nestjs-drawbridge/${name}')).length > 1)`;
    expect(run('commonjs', code)).toBe('true');
  });

  it('holds no specs', () => {
    const files = readdirSync(join(outside, 'node_modules/nestjs-drawbridge'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\.spec\./.test(file))).toEqual([]);
    expect(files).toContain('LICENSE');
  });

  it.each([
    [11, 'test/hosts/nest-11'],
    [12, '.'],
  ])('serves a CommonJS host on NestJS %i', (major, folder) => {
    use(folder);
    copyFileSync(join(repository, 'test/public-api/commonjs-host.cjs'), join(outside, 'host.cjs'));
    const answer = execFileSync(process.execPath, ['host.cjs'], { cwd: outside, encoding: 'utf8', timeout: 25_000 });
    const { nest, statuses } = JSON.parse(answer) as { nest: string; statuses: readonly number[] };
    expect(parseInt(nest)).toBe(major);
    expect(statuses).toEqual([200, 403, 401]);
  });
});
