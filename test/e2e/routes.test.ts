import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { MappedRoute } from 'nestjs-drawbridge/scopes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = resolve('apps/wiki/dist/drawbridge.js');

describe("the wiki's route report", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drawbridge-routes-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const print = (...options: string[]) =>
    promisify(execFile)(process.execPath, [program, 'routes', ...options], {
      cwd: folder,
      env: {
        BASE_URL: 'https://wiki.example.com/confluence',
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
        WIKI_DATA_DIR: join(folder, 'data'),
      },
    });

  it('P5 is printed as a table, with no database to reach, and leaves nothing behind', async () => {
    const { stdout, stderr } = await print();
    expect(stdout).toMatch(
      /^GET +\/confluence\/rest\/api\/audit +ADMIN +rule \/rest\/api\/audit +AuditController\.list$/m,
    );
    expect(stdout).toMatch(/^GET +\/confluence\/pages\/:id +closed /m);
    expect(stdout).toMatch(/^GET +\/\.well-known\/oauth-authorization-server\/:one +closed /m);
    expect(stdout).toMatch(/\n\d+ routes: READ \d+, WRITE \d+, ADMIN \d+, SYSTEM_ADMIN \d+, closed \d+\n$/);
    expect(stderr).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('P5 is printed as JSON', async () => {
    const routes = JSON.parse((await print('--json')).stdout) as readonly MappedRoute[];
    expect(routes).toContainEqual({
      method: 'POST',
      path: '/confluence/rest/api/content',
      handler: 'ContentController.create',
      scope: 'WRITE',
      source: 'rule /rest/api/*',
    });
    expect(routes.filter(({ source }) => source === 'no rule')).toEqual([]);
  });
});
