import { type AddressRange } from './address-range.js';
import { type EventFilter } from './event-filter.js';

/** Puts a value into a statement and answers what stands for it there. */
export type Bind = (value: string | number) => string;

/** A condition of a statement. */
export type Condition = (bind: Bind) => string;

/** One of the things that events are filtered by. */
export interface Criterion {
  /** Each in the order of time on an index of its own, no event in two of them; together, all that is wanted. */
  readonly streams: readonly Condition[];
  /** The same as one condition that no index is used for, so that another criterion leads. */
  readonly rest: Condition;
  /** Whether its index holds what is wanted out of the order of time. */
  readonly isRange: boolean;
}

const listed = (bind: Bind, values: readonly string[]): string => values.map(bind).join(', ');
const unindexed = (column: string): string => `(${column} || '')`;

function oneOf(column: string, values: readonly string[]): Criterion {
  return {
    streams: values.map((value) => (bind) => `${column} = ${bind(value)}`),
    rest: (bind) => `${unindexed(column)} IN (${listed(bind, values)})`,
    isRange: false,
  };
}

function concerning(people: readonly string[]): Criterion {
  const acted = people.map(
    (id): Condition =>
      (bind) =>
        `actor_id = ${bind(id)}`,
  );
  const concerned = people.map(
    (id): Condition =>
      (bind) =>
        `user_id = ${bind(id)} AND (actor_id IS NULL OR ${unindexed('actor_id')} NOT IN (${listed(bind, people)}))`,
  );
  const rest: Condition = (bind) =>
    `(${unindexed('actor_id')} IN (${listed(bind, people)}) OR ${unindexed('user_id')} IN (${listed(bind, people)}))`;
  return { streams: [...acted, ...concerned], rest, isRange: false };
}

function from({ least, most }: AddressRange): Criterion {
  if (least === most) return oneOf('address_key', [least]);
  return {
    streams: [(bind) => `address_key BETWEEN ${bind(least)} AND ${bind(most)}`],
    rest: (bind) => `${unindexed('address_key')} BETWEEN ${bind(least)} AND ${bind(most)}`,
    isRange: true,
  };
}

/** What a filter asks for besides times, one criterion for each thing. */
export function criteriaOf({ clientIds, people, addresses, types }: EventFilter): readonly Criterion[] {
  return [
    ...(clientIds ? [oneOf('client_id', clientIds)] : []),
    ...(people ? [concerning(people)] : []),
    ...(addresses ? [from(addresses)] : []),
    ...(types ? [oneOf('type', types)] : []),
  ];
}
