import { type Command } from 'commander';
import { AuditTrail, eventJson, LinkLookup } from 'nestjs-drawbridge/application-links';
import { type EventFilter } from 'nestjs-drawbridge/oauth-provider';
import { momentWords } from '../links/link-answers.js';
import { Failure } from '../output/failure.js';
import { moment, several, wholeNumber } from '../program/arguments.js';
import { answering, type AnswerOptions, type CommandLine } from '../program/command-line.js';
import { filterOf, type FilterOptions } from './event-filter.js';
import { eventsOf, follow, type NamedEvent } from './followed-trail.js';

interface AuditOptions extends AnswerOptions, FilterOptions {
  readonly link?: string;
  readonly limit: number;
  readonly follow?: true;
}

/** `audit` */
export function addAuditCommand(program: Command, line: CommandLine): void {
  answering(program.command('audit'))
    .description('list what happened to application links, newest first')
    .option('--link <link>', 'only what concerns this one: its id, its client ID or its name')
    .option(
      '--type <type>',
      'only events of this type, or of all that begin so, such as link; may be repeated',
      several,
    )
    .option('--person <id>', 'only what the person with this id did, or what concerns their authorizations')
    .option('--since <moment>', 'only from this moment on, such as 2026-11-23 or 2026-11-23T14:05Z', moment)
    .option('--until <moment>', 'only before this moment', moment)
    .option('--limit <number>', 'list so many at most', wholeNumber(1, 1_000_000), 100)
    .option('--follow', 'print what happens from now on, as it happens, until interrupted; JSON is one line an event')
    .action((options: AuditOptions) => audit(line, options));
}

async function audit(line: CommandLine, options: AuditOptions): Promise<void> {
  filterOf(options, undefined);
  if (options.follow && options.until !== undefined)
    throw new Failure('usage', '--follow and --until: what happens from now on has no end. Leave one of them out.');
  await line.host.use(async ({ get }) => {
    const clientId = options.link === undefined ? undefined : (await get(LinkLookup).meant(options.link)).clientId;
    const print = options.follow ? printFollowed : printNewest;
    await print(line, get(AuditTrail), filterOf(options, clientId), options);
  });
}

async function printNewest(
  { out }: CommandLine,
  trail: AuditTrail,
  filter: EventFilter,
  { limit, json }: AuditOptions,
): Promise<void> {
  const found: NamedEvent[] = [];
  for await (const one of eventsOf(trail, filter)) if (found.push(one) === limit) break;
  if (json) {
    const results = found.map(({ event, named }) => eventJson(event, named));
    return out.json({ results, limit, size: results.length });
  }
  out.table(['AT', 'EVENT', 'BY', 'LINK', 'PERSON', 'FROM', 'DETAILS'], found.map(rowOf));
}

async function printFollowed(
  { out }: CommandLine,
  trail: AuditTrail,
  filter: EventFilter,
  { json }: AuditOptions,
): Promise<void> {
  for await (const one of follow(trail, filter)) {
    if (json) out.jsonLine(eventJson(one.event, one.named));
    else
      out.lines(
        rowOf(one)
          .filter((cell) => cell !== '')
          .join('  '),
      );
  }
}

function rowOf({ event, named: { links, names } }: NamedEvent): readonly string[] {
  const { type, at, actorId, actorClientId, clientId, userId, address, details } = event;
  const person = (id: string | null): string => (id === null ? '' : (names.get(id) ?? id));
  const link = (id: string | null): string => (id === null ? '' : (links.get(id)?.name ?? id));
  const by = [link(actorClientId), person(actorId)].filter((name) => name !== '').join(' for ');
  const more = JSON.stringify(details);
  return [momentWords(at), type, by, link(clientId), person(userId), address ?? '', more === '{}' ? '' : more];
}
