import { useReader } from 'nestjs-drawbridge/oauth-provider';
import { highestOf, type Opening, type Scope } from 'nestjs-drawbridge/scopes';
import { type ComponentChildren, Fragment } from 'preact';
import { type Reach } from '../reach/reach-questions.service.js';
import { openingWords } from '../reach/reach-words.js';
import { type RouteKind } from '../reach/route-kind.js';
import { useWords } from '../words/link-words.js';
import { scopeName } from '../words/scope-name.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Permissions } from './permissions.js';
import { DisabledBadge } from './status-badge.js';

interface ReachFactsProps {
  readonly reach: Reach;
  readonly addresses: LinkAddresses;
  /** Where only some routes are, for the same application and person. */
  readonly narrowed: (by: { readonly scope?: Opening; readonly kind?: RouteKind }) => string;
}

const Count = ({ href, words, count }: { href: string; words: string; count: number }) => {
  const { rich } = useWords();
  const what = (
    <a class="db-link" href={href}>
      {words}
    </a>
  );
  return <li>{rich('reach.fact.count', { what, count })}</li>;
};

const Openings = ({ reach: { all }, narrowed }: ReachFactsProps) => {
  const reader = useReader();
  return (
    <ul class="db-counts">
      {[...all.counts].map(([scope, count]) => (
        <Count key={scope} href={narrowed({ scope })} words={openingWords(scope)(reader)} count={count} />
      ))}
    </ul>
  );
};

const Kinds = ({ reach: { all }, narrowed }: ReachFactsProps) => {
  const { text } = useWords();
  return (
    <ul class="db-counts">
      {[...all.kinds].flatMap(([kind, count]) =>
        count === 0 ? [] : [<Count key={kind} href={narrowed({ kind })} words={text(`kind.${kind}`)} count={count} />],
      )}
    </ul>
  );
};

const Level = ({ scope }: { scope: Scope | null }) => {
  const { text } = useWords();
  const reader = useReader();
  return <>{scope ? scopeName(scope)(reader) : text('reach.fact.none')}</>;
};

/** What the answers come from: the routes there are, and one line for each thing that limits the application. */
function useFacts(props: ReachFactsProps): readonly (readonly [term: string, fact: ComponentChildren])[] {
  const { text } = useWords();
  const { link, person, prospect, limit, all } = props.reach;
  const kinds = [...all.kinds.values()].filter((count) => count > 0);
  const { obstacle, access, granted } = prospect;
  const application = link && (
    <>
      <a class="db-link" href={props.addresses.link(link.id)}>
        <bdi>{link.client.name}</bdi>
      </a>{' '}
      {!link.client.enabled && <DisabledBadge />}
    </>
  );
  const together = obstacle ? text('reach.fact.nothing') : <Level scope={access?.effective ?? null} />;
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [text('reach.fact.routes'), <Openings {...props} />],
    [text('reach.fact.kinds'), kinds.length > 1 && <Kinds {...props} />],
    [text('reach.application'), application],
    [text('reach.fact.given'), link && <Permissions scopes={link.client.scopes} />],
    [text('reach.fact.limits'), limit !== null && <bdi>{limit}</bdi>],
    [text('reach.fact.person'), person && <bdi>{person.displayName}</bdi>],
    [text('reach.fact.agreed'), link && person && <Level scope={highestOf(granted ?? [])} />],
    [text('reach.fact.holds'), person && <Level scope={person.level} />],
    [text('reach.fact.together'), link && person && together],
  ];
  return facts.filter(([, fact]) => fact !== null && fact !== false);
}

const Summary = ({ reach: { link, person, all } }: Pick<ReachFactsProps, 'reach'>) => {
  const { text, rich } = useWords();
  const { callable, total } = all;
  const application = <bdi>{link?.client.name}</bdi>;
  const name = <bdi>{person?.displayName}</bdi>;
  if (link && person) return <>{rich('reach.summary.both', { application, person: name, callable, total })}</>;
  if (link) return <>{rich('reach.summary.link', { application, callable, total })}</>;
  if (person) return <>{rich('reach.summary.person', { person: name, callable, total })}</>;
  return <>{text('reach.summary.any', { callable, total })}</>;
};

/** How many routes can be called, by whom, for whom, and what that comes from. */
export const ReachFacts = (props: ReachFactsProps) => {
  const { text } = useWords();
  const facts = useFacts(props);
  const { person, prospect } = props.reach;
  return (
    <section class="db-card" aria-labelledby="db-reach-answer">
      <h2 id="db-reach-answer">
        <Summary {...props} />
      </h2>
      {prospect.obstacle && <p class="db-notice db-notice-warning">{text(`obstacle.${prospect.obstacle}`)}</p>}
      <dl class="db-facts">
        {facts.map(([term, fact]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </Fragment>
        ))}
      </dl>
      <p class="db-hint">{person ? text('reach.hint.person') : text('reach.hint.anybody')}</p>
    </section>
  );
};
