import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Library } from './library.js';
import { ways } from './library.js';
import { ProgramClient } from './program.client.js';

const source = fileURLToPath(new URL('golang-oauth2.go', import.meta.url));
const folder = fileURLToPath(new URL('../../build/clients/', import.meta.url));
const program = `${folder}golang-oauth2`;

// Made of what Debian's packages hold, without the network.
const offline = { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: `${folder}go-cache` };

/** golang.org/x/oauth2, on which Mattermost, Coder and Sourcegraph are built. */
export const golang: Library = {
  name: 'golang.org/x/oauth2',
  ways: [ways.basic, ways.basicWithPkce, ways.body, ways.publicClient],
  missing: isBuilt() ? undefined : 'It is not here (Debian: sudo apt-get install golang-go golang-golang-x-oauth2-dev)',
  create: (options) => new ProgramClient([program], options),
};

function isBuilt(): boolean {
  return spawnSync('go', ['build', '-o', program, source], { env: { ...process.env, ...offline } }).status === 0;
}
