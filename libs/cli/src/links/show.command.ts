import { type Command } from 'commander';
import { LinkCredentials, LinkLookup, secretJson } from 'nestjs-drawbridge/application-links';
import { act, changing, type ChangeOptions, type CommandLine } from '../program/command-line.js';
import { linkAnswer, linkFacts, momentWords } from './link-answers.js';

interface ShowOptions extends ChangeOptions {
  readonly secret?: true;
}

/** `links show` */
export function addShowCommand(links: Command, line: CommandLine): void {
  changing(links.command('show'))
    .description('show one link')
    .argument('<link>', 'its id, its client ID or its name')
    .option('--secret', 'show the client secret too; the audit trail says that somebody looked')
    .action((link: string, options: ShowOptions) =>
      options.secret ? showSecret(line, link, options) : show(line, link, options),
    );
}

async function show({ host, out }: CommandLine, name: string, { json }: ShowOptions): Promise<void> {
  await host.use(async ({ get }) => {
    const link = await get(LinkLookup).meant(name);
    if (json) out.json(linkAnswer(get, link));
    else out.facts(linkFacts(link));
  });
}

async function showSecret(line: CommandLine, name: string, options: ShowOptions): Promise<void> {
  const { out } = line;
  await act(line, options, async ({ get }, by) => {
    const { id } = await get(LinkLookup).meant(name);
    const { link, clientSecret, secrets } = await get(LinkCredentials).view(by, id);
    const { redirectUris, scopes } = link.client;
    const uses = await get(LinkCredentials).usesOf(secrets);
    const credentials = {
      clientId: link.clientId,
      clientSecret,
      redirectUris,
      scopes,
      secrets: secrets.map((secret) => secretJson(secret, uses.get(secret.id))),
    };
    if (options.json) return out.json({ ...linkAnswer(get, link), credentials });
    const older = secrets.map(({ createdAt, expiresAt }): readonly [string, string] => [
      'Secret',
      `created ${momentWords(createdAt)}, ends ${momentWords(expiresAt)}`,
    ]);
    out.facts([...linkFacts(link), ['Client secret', clientSecret ?? 'none'], ...older]);
  });
}
