import { type Command } from 'commander';
import { type ApplicationLink, LinkLookup } from 'nestjs-drawbridge/application-links';
import { wholeNumber } from '../program/arguments.js';
import { answering, type AnswerOptions, type CommandLine } from '../program/command-line.js';
import { linkAnswer, momentWords, stateWords } from './link-answers.js';
import { allLinks } from './all-links.js';

interface ListOptions extends AnswerOptions {
  readonly query: string;
  readonly start: number;
  readonly limit: number;
}

const most = 1_000_000;

/** `links list` */
export function addListCommand(links: Command, line: CommandLine): void {
  answering(links.command('list'))
    .description('list links in the order of their names')
    .option('--query <text>', 'only those with this in their name, a redirect URL or the client ID', '')
    .option('--start <number>', 'pass over so many', wholeNumber(0, most), 0)
    .option('--limit <number>', 'list so many at most', wholeNumber(1, most), most)
    .action((options: ListOptions) => list(line, options));
}

async function list({ host, out }: CommandLine, { query, start, limit, json }: ListOptions): Promise<void> {
  await host.use(async ({ get }) => {
    const { links, total } = await allLinks(get(LinkLookup), { query, start, limit });
    const shown = { start, limit, size: links.length, total };
    if (json) return out.json({ results: links.map((link) => linkAnswer(get, link)), ...shown });
    out.table(['NAME', 'STATE', 'TYPE', 'SCOPES', 'LAST USED', 'ID'], links.map(rowOf));
    if (links.length < total) out.note(`${links.length.toString()} of ${total.toString()} links.`);
  });
}

const rowOf = (link: ApplicationLink): readonly string[] => [
  link.client.name,
  stateWords(link),
  link.client.type,
  link.client.scopes.join(' '),
  momentWords(link.client.lastUsedAt),
  link.id,
];
