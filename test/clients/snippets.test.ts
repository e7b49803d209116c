import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { answerConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { textOfHtml } from '../support/html-form.js';
import { HttpSession } from '../support/http-session.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

/** Whatever a registered address may hold that shells, JavaScript, Python or `printf` have a meaning for. */
const hostile = "https://app.example.com/cb?a='$(touch$IFS$0.pwned)'&b=;exit;&c=%s%27%22%5C%0A&d=$HOME#".replace(
  '#',
  '!',
);

const has = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const programs = [
  { name: 'curl', file: 'wiki.sh', command: 'sh', needs: ['curl', 'sh'] },
  { name: 'node', file: 'wiki.mjs', command: process.execPath, needs: [] },
  { name: 'python', file: 'wiki.py', command: 'python3', needs: ['python3'] },
].map((program) => ({ ...program, isHere: program.needs.every((needed) => needed === 'sh' || has(needed)) }));

let wiki: RunningWiki;
let admin: HttpSession;
let reader: HttpSession;
let folder: string;

beforeAll(async () => {
  wiki = await startWiki({ database: databases[0]!, contextPath: '/confluence' });
  admin = await new HttpSession(wiki.url).signIn('admin');
  reader = await new HttpSession(wiki.url).signIn('reader');
  folder = await mkdtemp(join(tmpdir(), 'drawbridge-snippets-'));
});

afterAll(async () => {
  await wiki.close();
  await rm(folder, { recursive: true });
});

/** What stands in one of the programs on the credentials page. */
async function snippet(linkId: string, name: string): Promise<string> {
  const { text } = await admin.get(`/admin/application-links/${linkId}/credentials`);
  const area = new RegExp(`<textarea[^>]*id="snippet-${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(text);
  if (!area) throw new Error(`No snippet for ${name}.`);
  return textOfHtml(area[1] ?? '');
}

/** Runs a program as somebody would: opens the address it names, allows, and pastes the address they come back to. */
async function run(command: string, file: string): Promise<{ output: string; code: number }> {
  const child = spawn(command, [file], { stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let isAnswered = false;
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    const address = /^http\S+$/m.exec(output)?.[0];
    if (isAnswered || !address || !/takes you back to/.test(output)) return;
    isAnswered = true;
    void answerConsent(reader, new URL(address)).then((back) => child.stdin.end(`${back.href}\n`));
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code] = (await once(child, 'close')) as [number];
  return { output, code };
}

describe.each(['confidential', 'public'] as const)(
  'the programs on the credentials page of a %s link',
  (clientType) => {
    let linkId: string;

    beforeAll(async () => {
      linkId = (await (await Administration.of(admin)).createLink({ clientType, redirectUris: [hostile] })).id;
    });

    it.each(programs)('get tokens when they are run as they are: $name', async ({ name, file, command, isHere }) => {
      if (!isHere) return;
      const path = join(folder, file);
      await writeFile(path, await snippet(linkId, name));
      const { output, code } = await run(command, path);
      expect({ output, code }).toMatchObject({ code: 0 });
      expect(output).toMatch(name === 'curl' ? /"access_token":/ : /Allowed: READ[^]*Refreshed\./);
      expect(execFileSync('ls', [folder], { encoding: 'utf8' })).not.toContain('pwned');
    });

    it('name the values to a shell to the letter', async () => {
      const printed = execFileSync(
        'sh',
        [
          '-c',
          `${await snippet(linkId, 'environment')}printf '%s\\n' "$WIKI_REDIRECT_URI" "$WIKI_TOKEN_URL" "$WIKI_SCOPE"`,
        ],
        { encoding: 'utf8' },
      );
      expect(printed).toBe(`${hostile}\n${wiki.url}/rest/oauth2/latest/token\nREAD WRITE\n`);
    });
  },
);
