import { highestOf, type Opening, type Scope, SCOPE_WORDS } from 'nestjs-drawbridge/scopes';
import { type ComponentChildren, Fragment } from 'preact';
import { type Reach } from '../reach/reach-questions.service.js';
import { OBSTACLE_WORDS, openingWords } from '../reach/reach-words.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Permissions } from './permissions.js';
import { StatusBadge } from './status-badge.js';

interface ReachFactsProps {
  readonly reach: Reach;
  readonly addresses: LinkAddresses;
  /** Where only the routes that need this are, for the same application and person. */
  readonly needing: (opening: Opening) => string;
}

const nameOf = (scope: Scope | null): string => (scope ? SCOPE_WORDS[scope].name : 'None');

const Counts = ({ reach: { all }, needing }: ReachFactsProps) => (
  <ul class="db-counts">
    {[...all.counts].map(([opening, count]) => (
      <li key={opening}>
        <a class="db-link" href={needing(opening)}>
          {openingWords(opening)}
        </a>{' '}
        {count}
      </li>
    ))}
  </ul>
);

/** What the answers come from: the routes there are, and one line for each thing that limits the application. */
function factsOf(props: ReachFactsProps) {
  const { link, person, prospect, limit } = props.reach;
  const facts: (readonly [string, ComponentChildren])[] = [['All routes', <Counts {...props} />]];
  if (link) {
    const { client } = link;
    facts.push([
      'Application',
      <>
        <a class="db-link" href={props.addresses.link(link.id)}>
          {client.name}
        </a>{' '}
        <StatusBadge enabled={client.enabled} />
      </>,
    ]);
    facts.push(['The link was given', <Permissions scopes={client.scopes} />]);
    if (limit !== null) facts.push(['Limits', limit]);
  }
  if (person) facts.push(['Person', person.displayName]);
  if (link && person) facts.push(['The person agreed to', nameOf(highestOf(prospect.granted ?? []))]);
  if (person) facts.push(['The person holds now', nameOf(person.level)]);
  const together = prospect.obstacle ? 'Nothing for now' : nameOf(prospect.access?.effective ?? null);
  if (link && person) facts.push(['Together', together]);
  return facts;
}

/** How many routes can be called, by whom, for whom, and what that comes from. */
export const ReachFacts = (props: ReachFactsProps) => {
  const { link, person, prospect, all } = props.reach;
  return (
    <section class="db-card" aria-labelledby="db-reach-answer">
      <h2 id="db-reach-answer">
        {link ? link.client.name : 'Applications'} can call {all.callable} of {all.total} routes
        {person && ` for ${person.displayName}`}
      </h2>
      {prospect.obstacle && (
        <p class="db-notice db-notice-warning">
          Nothing can be called now: {OBSTACLE_WORDS[prospect.obstacle]}. The list says what else would stand in the
          way.
        </p>
      )}
      <dl class="db-facts">
        {factsOf(props).map(([term, fact]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </Fragment>
        ))}
      </dl>
      <p class="db-hint">
        {person
          ? 'The wiki’s own rules stay: what this person may not see or change, no application may in their name.'
          : 'For each person that is only as far as they may go themselves at that moment.'}
      </p>
    </section>
  );
};
