import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const isSource = (path: string) => !/\/(node_modules|dist|data)(\/|$)/.test(path);

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
  readonly cycle?: readonly { readonly name: string }[];
}

/** Every broken rule that `npm run arrows` reports in `folder`. */
const brokenRules = (folder: string): string[] => {
  const program = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'libs', 'apps'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!stdout.startsWith('{')) throw new Error(stderr || stdout);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.flatMap(({ from, rule, cycle = [] }) =>
    [from, ...cycle.map(({ name }) => name)].map((file) => `${file} breaks ${rule.name}`),
  );
};

const planted = [
  ['libs/host/src/index.ts', 'nestjs-drawbridge/scopes', 'libs/host-imports-only-what-is-below-it'],
  ['libs/scopes/src/index.ts', 'nestjs-drawbridge/oauth-provider', 'libs/scopes-imports-only-what-is-below-it'],
  ['libs/scopes/src/scopes.module.ts', 'typeorm', 'scopes-knows-no-database-and-no-tokens'],
  [
    'libs/oauth-provider/src/index.ts',
    'nestjs-drawbridge/application-links',
    'libs/oauth-provider-imports-only-what-is-below-it',
  ],
  ['apps/wiki/src/main.ts', '../../../libs/scopes/src/scopes.module.js', 'libraries-meet-at-their-index'],
  [
    'libs/application-links/src/index.ts',
    'nestjs-drawbridge/testing',
    'libs/application-links-imports-only-what-is-below-it',
  ],
  [
    'libs/application-links/src/paths.ts',
    'nestjs-drawbridge/cli',
    'libs/application-links-imports-only-what-is-below-it',
  ],
  ['libs/cli/src/output/table.ts', 'nestjs-drawbridge/testing', 'libs/cli-imports-only-what-is-below-it'],
  ['apps/wiki/src/create-wiki.ts', 'nestjs-drawbridge/testing', 'apps/wiki-imports-only-what-is-below-it'],
  ['apps/external-app/src/main.ts', 'nestjs-drawbridge/host', 'apps/external-app-imports-only-what-is-below-it'],
  ['libs/host/src/ports/clock.port.ts', '../host.module.js', 'no-cycles'],
  ['apps/wiki/src/main.ts', 'no-such-package', 'nothing-unresolved'],
] as const;

describe('the arrows of the house', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'drawbridge-arrows-'));
    for (const part of [
      'libs',
      'apps',
      'scripts',
      'test/support',
      '.dependency-cruiser.cjs',
      'tsconfig.base.json',
      'package.json',
    ])
      cpSync(join(repository, part), join(copy, part), { recursive: true, filter: isSource });
    mkdirSync(join(copy, 'node_modules'));
    const others = readdirSync(join(repository, 'node_modules')).filter((name) => name !== 'nestjs-drawbridge');
    for (const name of others) symlinkSync(join(repository, 'node_modules', name), join(copy, 'node_modules', name));
    symlinkSync(join(copy, 'libs'), join(copy, 'node_modules/nestjs-drawbridge'));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('are kept', () => {
    expect(brokenRules(copy)).toEqual([]);
  });

  describe('are missed', () => {
    let broken: string[];

    beforeAll(() => {
      for (const [file, imported] of planted) appendFileSync(join(copy, file), `\nimport '${imported}';\n`);
      broken = brokenRules(copy);
    });

    it.each(planted)('when %s imports %s', (file, _imported, rule) => {
      expect(broken).toContain(`${file} breaks ${rule}`);
    });
  });
});
