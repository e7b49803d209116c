import { type Command } from 'commander';
import { LinkCredentials, LinkLookup, longestOverlap, secretJson } from 'nestjs-drawbridge/application-links';
import { wholeNumber } from '../program/arguments.js';
import { act, changing, type ChangeOptions, type CommandLine } from '../program/command-line.js';
import { withSecretFile } from './secret-file.js';

interface RotateOptions extends ChangeOptions {
  readonly overlap: number;
  readonly secretFile?: string;
}

/** `links rotate` */
export function addRotateCommand(links: Command, line: CommandLine): void {
  changing(links.command('rotate'))
    .description('give a link a new secret; prints it')
    .argument('<link>', 'its id, its client ID or its name')
    .option('--overlap <seconds>', 'let the old secrets work for so long beside it', wholeNumber(0, longestOverlap), 0)
    .option('--secret-file <file>', 'write the secret to this new file, which only you can read, and do not print it')
    .action((link: string, options: RotateOptions) => rotate(line, link, options));
}

async function rotate(line: CommandLine, name: string, options: RotateOptions): Promise<void> {
  const { secretFile: path, overlap, json } = options;
  await act(line, options, async ({ get }, by) => {
    const link = await get(LinkLookup).meant(name);
    const make = () => get(LinkCredentials).createSecret(by, link.id, overlap);
    const tell = (record: Parameters<typeof secretJson>[0], clientSecret: string | null): void => {
      if (json) return line.out.json({ ...secretJson(record), clientId: link.clientId, clientSecret });
      line.out.facts([
        ['New secret for', link.client.name],
        ['Client ID', link.clientId],
        ['Client secret', clientSecret ?? 'in the file'],
        ['Older ones end', overlap === 0 ? 'now' : `in ${overlap.toString()} seconds`],
      ]);
    };
    if (path === undefined) {
      const { record, secret } = await make();
      return tell(record, secret);
    }
    await withSecretFile(path, async (write) => {
      const { record, secret } = await make();
      write({ name: link.client.name, clientId: link.clientId, clientSecret: secret });
      tell(record, null);
    });
  });
}
