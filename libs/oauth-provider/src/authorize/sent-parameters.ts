import { queryPairs } from '../browser/http-exchange.js';
import { isClientId } from '../clients/client-id.js';
import { type ProvingParameter, type Unproven } from './authorize.error.js';

const longest = 500;

/** As it may stand in one line: what looks alike, hides or breaks the line is shown percent-encoded. */
const visible = (value: string): string => {
  const [signs, rest] = [[...value].slice(0, longest), [...value].slice(longest)];
  return signs.join('').replace(/[^\x20-\x7e]/gu, encodeURIComponent) + (rest.length > 0 ? ' …' : '');
};

/** A client id is no secret; what is none may be one that was put into the wrong field. */
const shown = (name: ProvingParameter, value: string): string => {
  if (value === '') return 'empty';
  if (name === 'redirect_uri' || isClientId(value)) return visible(value);
  return `not shown: ${value.length.toString()} characters, and no client_id of this wiki`;
};

/** The cause of a refusal and the parameters it was judged by, for the developer of the application: one a line. */
export function technicalDetails({ code, description, parameter, query }: Unproven): string {
  const pairs = queryPairs(query);
  const sent = (['client_id', 'redirect_uri'] as const).flatMap((name) => {
    const values = pairs.getAll(name);
    return (values.length > 0 ? values : [null]).map(
      (value) => `${name}: ${value === null ? 'absent' : shown(name, value)}`,
    );
  });
  return [`${code}: ${description}`, `parameter: ${parameter}`, ...sent].join('\n');
}
