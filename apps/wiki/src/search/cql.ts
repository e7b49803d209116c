import { CqlError } from './cql-error.js';
import { CqlTokens } from './cql-tokens.js';

const operatorsOf = {
  space: ['=', '!=', 'in', 'not in'],
  type: ['=', '!=', 'in', 'not in'],
  id: ['=', '!=', 'in', 'not in'],
  label: ['=', '!=', 'in', 'not in'],
  title: ['=', '!=', '~', '!~'],
  text: ['~', '!~'],
  siteSearch: ['~', '!~'],
} as const;

const sortFields = ['title', 'created', 'lastmodified'] as const;

/** What a condition looks at. */
export type CqlField = keyof typeof operatorsOf;

/** A query, understood. */
export type CqlCondition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly CqlCondition[] }
  | { readonly kind: 'not'; readonly part: CqlCondition }
  | {
      readonly kind: 'is';
      readonly field: CqlField;
      /** Whether the words shall be found somewhere in the field, or one of the values be all of it. */
      readonly match: 'words' | 'whole';
      readonly values: readonly string[];
    };

/** One key to sort by. */
export interface CqlSort {
  readonly field: (typeof sortFields)[number];
  readonly descending: boolean;
}

/** A whole query. */
export interface Cql {
  readonly condition: CqlCondition;
  readonly sorts: readonly CqlSort[];
}

/**
 * Reads Confluence's query language: `space`, `type`, `title`, `text`, `siteSearch`, `label` and `id` with `=`, `!=`, `~`,
 * `!~`, `in`, `not in`, joined by `and`, `or`, `not` and brackets, and `order by` title, created or lastmodified.
 * @throws CqlError with the place of the fault.
 */
export function parseCql(text: string): Cql {
  const tokens = new CqlTokens(text);
  const condition = anyOf(tokens, 0);
  const sorts = tokens.takeWord('order') ? sortsOf(tokens) : [];
  if (!tokens.isAtEnd) throw tokens.expected('and, or, order by, or the end');
  return { condition, sorts };
}

function anyOf(tokens: CqlTokens, depth: number): CqlCondition {
  const parts = [allOf(tokens, depth)];
  while (tokens.takeWord('or')) parts.push(allOf(tokens, depth));
  return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
}

function allOf(tokens: CqlTokens, depth: number): CqlCondition {
  const parts = [single(tokens, depth)];
  while (tokens.takeWord('and')) parts.push(single(tokens, depth));
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

function single(tokens: CqlTokens, depth: number): CqlCondition {
  if (depth > 20) throw new CqlError('too many brackets', tokens.place);
  if (tokens.takeWord('not')) return { kind: 'not', part: single(tokens, depth + 1) };
  if (!tokens.takeSign('(')) return clause(tokens);
  const inner = anyOf(tokens, depth + 1);
  if (!tokens.takeSign(')')) throw tokens.expected('and, or, or )');
  return inner;
}

function clause(tokens: CqlTokens): CqlCondition {
  const names = Object.keys(operatorsOf) as CqlField[];
  const field = tokens.takeOneOf(names);
  if (!field) throw tokens.expected(`a field (${names.join(', ')})`);
  const operators: readonly string[] = operatorsOf[field];
  const place = tokens.place;
  const operator = tokens.takeOperator();
  if (!operator || !operators.includes(operator))
    throw new CqlError(`${field} is compared with ${operators.join(', ')}`, place);
  const values = operator.endsWith('in') ? list(tokens) : [tokens.takeValue()];
  const is = { kind: 'is', field, match: operator.endsWith('~') ? 'words' : 'whole', values } as const;
  return operator.startsWith('!') || operator.startsWith('not') ? { kind: 'not', part: is } : is;
}

function list(tokens: CqlTokens): readonly string[] {
  if (!tokens.takeSign('(')) throw tokens.expected('(');
  const values = [tokens.takeValue()];
  while (tokens.takeSign(',')) values.push(tokens.takeValue());
  if (!tokens.takeSign(')')) throw tokens.expected(', or )');
  return values;
}

function sortsOf(tokens: CqlTokens): readonly CqlSort[] {
  if (!tokens.takeWord('by')) throw tokens.expected('by');
  const sorts: CqlSort[] = [];
  do {
    const field = tokens.takeOneOf(sortFields);
    if (!field) throw tokens.expected(sortFields.join(', '));
    const descending = tokens.takeWord('desc');
    if (!descending) tokens.takeWord('asc');
    sorts.push({ field, descending });
  } while (tokens.takeSign(','));
  return sorts;
}
