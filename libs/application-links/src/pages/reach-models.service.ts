import { Inject, Injectable } from '@nestjs/common';
import { type Reader } from 'nestjs-drawbridge/oauth-provider';
import { PeopleNames } from '../administrators/people-names.service.js';
import { LinkAuthorizations } from '../authorizations/link-authorizations.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { type Reach, ReachQuestions } from '../reach/reach-questions.service.js';
import { type ReachQuery, reachQueryIn } from '../reach/reach-query.js';
import { startIn } from '../rest/query-parameters.js';
import { type Choice } from './filter-fields.js';
import { LinkAddresses } from './link-addresses.service.js';
import { type ReachModel } from './reach.page.js';

const perPage = 100;

/** How many applications or people a list offers; the others are led here from their own pages. */
const mostChoices = 200;

/** Gathers what the page about the reach of applications shows. */
@Injectable()
export class ReachModels {
  constructor(
    @Inject(ReachQuestions) private readonly questions: ReachQuestions,
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkAuthorizations) private readonly authorizations: LinkAuthorizations,
    @Inject(PeopleNames) private readonly names: PeopleNames,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
  ) {}

  /** @throws BadRequestException and NotFoundException for what cannot be asked */
  async of(given: unknown, reader: Reader): Promise<ReachModel> {
    const { addresses } = this;
    const query = reachQueryIn(given, { start: startIn(given, 'start'), limit: perPage });
    const reach = await this.questions.ask(query);
    return {
      reach,
      query,
      applications: await this.applicationsBeside(reach),
      people: await this.peopleBeside(reach, reader),
      pager: {
        start: query.start,
        shown: reach.routes.length,
        total: reach.found,
        limit: perPage,
        at: (start) => addresses.reach({ ...chosenIn(query), start: start.toString() }),
      },
      addresses,
      narrowed: (by) => {
        const { clientId, userId } = query;
        return addresses.reach(chosenIn({ clientId, userId, ...by }));
      },
      exported: addresses.reachExport(chosenIn(query)),
    };
  }

  private async applicationsBeside({ link }: Reach): Promise<readonly Choice[]> {
    const { links } = await this.lookup.list({ query: '', start: 0, limit: mostChoices });
    return withChosen(
      links.map(({ clientId, client }) => [clientId, client.name]),
      link && [link.clientId, link.client.name],
    );
  }

  private async peopleBeside({ link, person }: Reach, reader: Reader): Promise<readonly Choice[]> {
    const page = { start: 0, limit: mostChoices };
    const ids = link ? (await this.authorizations.list(link.id, page)).grants.map(({ userId }) => userId) : [];
    const names = await this.names.of(ids);
    return withChosen(
      [...names].sort(([, one], [, other]) => reader.compare(one, other)),
      person && [person.userId, person.displayName],
    );
  }
}

/** What is chosen is offered, wherever it comes from. */
const withChosen = (choices: readonly Choice[], chosen: Choice | null): readonly Choice[] =>
  chosen && !choices.some(([value]) => value === chosen[0]) ? [chosen, ...choices] : choices;

/** What an address has to say of a question; nothing of what was left open. */
function chosenIn(query: Partial<ReachQuery>): Readonly<Record<string, string>> {
  const { clientId, userId, scope, kind, source, callable, query: text } = query;
  const all = { clientId, userId, scope, kind, source, callable, query: text };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
