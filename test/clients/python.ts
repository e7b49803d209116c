import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Library } from './library.js';
import { ways } from './library.js';
import { ProgramClient } from './program.client.js';

/** Another Python may stand before Debian's, which is the one that sees Debian's packages. */
const pythons = ['/usr/bin/python3', 'python3'];
const found = pythons.find(hasLibrary);
const program = fileURLToPath(new URL('requests-oauthlib.py', import.meta.url));

/** requests-oauthlib, what most programs in Python use. */
export const python: Library = {
  name: 'requests-oauthlib',
  ways: [ways.basic, ways.body, ways.bodyWithPkce, ways.publicClient],
  missing: found ? undefined : 'It is not here (Debian: sudo apt-get install python3-requests-oauthlib)',
  create: (options) => new ProgramClient([found ?? 'python3', program], options),
};

function hasLibrary(command: string): boolean {
  return spawnSync(command, ['-c', 'import requests_oauthlib']).status === 0;
}
