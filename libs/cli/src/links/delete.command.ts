import { type Command } from 'commander';
import { LinkAuthorizations, LinkLookup, LinksService } from 'nestjs-drawbridge/application-links';
import { Failure } from '../output/failure.js';
import { act, changing, type ChangeOptions, type CommandLine } from '../program/command-line.js';

interface DeleteOptions extends ChangeOptions {
  readonly yes?: true;
}

/** `links delete` */
export function addDeleteCommand(links: Command, line: CommandLine): void {
  changing(links.command('delete'))
    .description('delete a link; every authorization, code and token of it ends')
    .argument('<link>', 'its id, its client ID or its name')
    .option('--yes', 'do it; without it the command only says what would stop')
    .action((link: string, options: DeleteOptions) => remove(line, link, options));
}

async function remove(line: CommandLine, name: string, options: DeleteOptions): Promise<void> {
  await act(line, options, async ({ get }, by) => {
    const link = await get(LinkLookup).meant(name);
    const { total: people } = await get(LinkAuthorizations).list(link.id, { start: 0, limit: 1 });
    const ended = `the authorizations of ${people.toString()} ${people === 1 ? 'person' : 'people'}`;
    if (!options.yes)
      throw new Failure('usage', `Deleting '${link.client.name}' ends ${ended}. Add --yes to do it. Nothing was done.`);
    await get(LinksService).remove(by, link.id);
    const { id, clientId } = link;
    if (options.json) return line.out.json({ id, clientId, name: link.client.name, people });
    line.out.lines(`${link.client.name} is deleted, and with it ${ended}.`);
  });
}
