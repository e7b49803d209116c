import { type Command } from 'commander';
import { eventJson, LinkActivity, LinkLookup, PeopleNames } from 'nestjs-drawbridge/application-links';
import { Clients, type EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { type Find } from '../host/command-host.js';
import { momentWords } from '../links/link-answers.js';
import { Failure } from '../output/failure.js';
import { moment, several, wholeNumber } from '../program/arguments.js';
import { answering, type AnswerOptions, type CommandLine } from '../program/command-line.js';
import { AuditTrail } from './audit-trail.js';
import { type EventFilter, refuseUnknownTypes } from './event-filter.js';

type Names = ReadonlyMap<string, string>;

interface AuditOptions extends AnswerOptions, EventFilter {
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
    .option('--actor <person>', 'only what the person with this id did')
    .option('--since <moment>', 'only from this moment on, such as 2026-11-23 or 2026-11-23T14:05Z', moment)
    .option('--until <moment>', 'only before this moment', moment)
    .option('--limit <number>', 'list so many at most', wholeNumber(1, 1_000_000), 100)
    .option('--follow', 'print what happens from now on, as it happens, until interrupted; JSON is one line an event')
    .action((options: AuditOptions) => audit(line, options));
}

async function audit(line: CommandLine, options: AuditOptions): Promise<void> {
  refuseUnknownTypes(options.type);
  if (options.follow && options.until !== undefined)
    throw new Failure('usage', '--follow and --until: what happens from now on has no end. Leave one of them out.');
  await line.host.use(async ({ get }) => {
    const clientId = options.link === undefined ? undefined : (await get(LinkLookup).meant(options.link)).clientId;
    const trail = new AuditTrail(get(LinkActivity), clientId, options);
    await (options.follow ? follow(line, get, trail, options) : list(line, get, trail, options));
  });
}

async function list({ out }: CommandLine, get: Find, trail: AuditTrail, { limit, json }: AuditOptions): Promise<void> {
  const events = await trail.newest(limit);
  const people = await peopleIn(get, events);
  if (json) return out.json({ results: events.map((event) => eventJson(event, people)), limit, size: events.length });
  const links = await linksIn(get, events);
  const titles = ['AT', 'EVENT', 'BY', 'LINK', 'PERSON', 'FROM', 'DETAILS'];
  out.table(
    titles,
    events.map((event) => rowOf(event, people, links)),
  );
}

async function follow({ out }: CommandLine, get: Find, trail: AuditTrail, { json }: AuditOptions): Promise<void> {
  for await (const event of trail.follow()) {
    const people = await peopleIn(get, [event]);
    if (json) out.jsonLine(eventJson(event, people));
    else
      out.lines(
        rowOf(event, people, await linksIn(get, [event]))
          .filter((cell) => cell !== '')
          .join('  '),
      );
  }
}

const peopleIn = (get: Find, events: readonly EventRecord[]): Promise<Names> =>
  get(PeopleNames).of(events.flatMap(({ actorId, userId }) => [actorId, userId]));

/** The names of applications by their client ids; one that is gone has none. */
async function linksIn(get: Find, events: readonly EventRecord[]): Promise<Names> {
  const ids = new Set(events.flatMap(({ clientId, actorClientId }) => [clientId, actorClientId]));
  const names = new Map<string, string>();
  for (const id of ids) {
    const client = id === null ? null : await get(Clients).find(id);
    if (client) names.set(client.id, client.name);
  }
  return names;
}

function rowOf(event: EventRecord, people: Names, links: Names): readonly string[] {
  const { type, at, actorId, actorClientId, clientId, userId, address, details } = event;
  const shown = (id: string | null, names: Names): string => (id === null ? '' : (names.get(id) ?? id));
  const by = [shown(actorClientId, links), shown(actorId, people)].filter((name) => name !== '').join(' for ');
  const more = JSON.stringify(details);
  return [
    momentWords(at),
    type,
    by,
    shown(clientId, links),
    shown(userId, people),
    address ?? '',
    more === '{}' ? '' : more,
  ];
}
