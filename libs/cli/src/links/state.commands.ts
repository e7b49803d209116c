import { type Command } from 'commander';
import { LinkLookup, LinksService } from 'nestjs-drawbridge/application-links';
import { act, changing, type ChangeOptions, type CommandLine } from '../program/command-line.js';
import { linkAnswer } from './link-answers.js';

/** `links disable` and `links enable` */
export function addStateCommands(links: Command, line: CommandLine): void {
  const add = (verb: string, description: string, enabled: boolean): Command =>
    changing(links.command(verb))
      .description(description)
      .argument('<link>', 'its id, its client ID or its name')
      .action((link: string, options: ChangeOptions) => setEnabled(line, link, enabled, options));
  add('disable', 'let nothing of a link in from the next request on, on every node; it keeps what it has', false);
  add('enable', 'let a link work again', true);
}

async function setEnabled(line: CommandLine, name: string, enabled: boolean, options: ChangeOptions): Promise<void> {
  await act(line, options, async ({ get }, by) => {
    const found = await get(LinkLookup).meant(name);
    const isSo = found.client.enabled === enabled;
    const link = isSo ? found : await get(LinksService).setEnabled(by, found.id, enabled);
    if (options.json) return line.out.json(linkAnswer(get, link));
    line.out.lines(`${link.client.name} is ${enabled ? 'enabled' : 'disabled'}${isSo ? ' already' : ''}.`);
  });
}
