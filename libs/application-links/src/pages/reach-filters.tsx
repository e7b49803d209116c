import { type ComponentChildren } from 'preact';
import { OPENINGS, type ReachQuery } from '../reach/reach-query.js';
import { KIND_WORDS, openingWords } from '../reach/reach-words.js';
import { ROUTE_KINDS } from '../reach/route-kind.js';
import { type LinkAddresses } from './link-addresses.service.js';

/** Something to choose, as it is sent and as it is shown. */
export type Choice = readonly [value: string, text: string];

interface ReachFiltersProps {
  readonly query: ReachQuery;
  readonly applications: readonly Choice[];
  readonly people: readonly Choice[];
  readonly addresses: LinkAddresses;
}

interface ChoicesProps {
  readonly name: string;
  readonly label: string;
  /** What stands for no choice. */
  readonly any: string;
  readonly chosen: string | null;
  readonly choices: readonly Choice[];
}

const Labelled = ({ name, label, children }: { name: string; label: string; children: ComponentChildren }) => (
  <div class="db-field">
    <label class="db-label" for={`reach-${name}`}>
      {label}
    </label>
    {children}
  </div>
);

const Choices = ({ name, label, any, chosen, choices }: ChoicesProps) => (
  <Labelled name={name} label={label}>
    <select class="db-input" id={`reach-${name}`} name={name}>
      <option value="">{any}</option>
      {choices.map(([value, text]) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </Labelled>
);

const callable: readonly Choice[] = [
  ['yes', 'Can be called'],
  ['no', 'Cannot be called'],
];

function anybody({ clientId }: ReachQuery, people: readonly Choice[]): string {
  if (people.length > 0) return 'Anybody';
  return clientId === '' ? 'Anybody (choose an application first)' : 'Anybody (nobody has authorized it yet)';
}

/** Asks for an application, a person and some of the routes. */
export const ReachFilters = ({ query, applications, people, addresses }: ReachFiltersProps) => (
  <form class="db-filters" role="search" aria-label="Routes" method="get" action={addresses.reach()}>
    <Choices name="clientId" label="Application" any="Any application" chosen={query.clientId} choices={applications} />
    <Choices name="userId" label="For the person" any={anybody(query, people)} chosen={query.userId} choices={people} />
    <Choices
      name="scope"
      label="Needs"
      any="Whatever it needs"
      chosen={query.scope}
      choices={OPENINGS.map((opening) => [opening, openingWords(opening)])}
    />
    <Choices
      name="kind"
      label="Kind"
      any="All kinds"
      chosen={query.kind}
      choices={ROUTE_KINDS.map((kind) => [kind, KIND_WORDS[kind]])}
    />
    <Choices name="callable" label="Answer" any="Either" chosen={query.callable} choices={callable} />
    <Labelled name="query" label="Method, path or handler">
      <input class="db-input" type="search" id="reach-query" name="query" value={query.query} maxLength={200} />
    </Labelled>
    <div class="db-actions">
      <button class="db-button db-button-primary" type="submit">
        Show
      </button>
      <a class="db-button db-button-subtle" href={addresses.reach()}>
        Start again
      </a>
    </div>
  </form>
);
