import { type Opening, type Scope, SCOPE_WORDS } from 'nestjs-drawbridge/scopes';
import { type Reach } from './reach-questions.service.js';
import { type Reason } from './route-answer.js';
import { type RouteKind } from './route-kind.js';

/** What a route needs, in a word or two. */
export function openingWords(opening: Opening): string {
  if (opening === 'CLOSED') return 'Closed';
  return opening === 'UNDECIDED' ? 'Undecided' : SCOPE_WORDS[opening].name;
}

/** The kinds of routes, for a list to choose from. */
export const KIND_WORDS: Readonly<Record<RouteKind, string>> = {
  REST: 'HTTP routes',
  GRAPHQL: 'GraphQL fields',
  GATEWAY: 'WebSocket gateways',
};

/** What keeps everything out that could be called otherwise. */
export const OBSTACLE_WORDS: Readonly<Record<NonNullable<Reach['prospect']['obstacle']>, string>> = {
  paused: 'all applications are turned away for now',
  'switched-off': 'applications are switched off on this server',
  'link-deleted': 'the link was deleted',
  'link-disabled': 'the link is disabled',
  'not-authorized': 'the person has not authorized this application',
  'person-inactive': 'the person may not use the wiki any more',
  'nothing-granted': 'nothing was given to this application',
};

/** Why a route that needs `needed` cannot be called. */
export function reasonWords(reason: Reason, needed: Scope | null, { person }: Pick<Reach, 'person'>): string {
  const name = needed === null ? '' : SCOPE_WORDS[needed].name;
  if (reason === 'closed') return 'It is closed to applications.';
  if (reason === 'undecided') return 'It is closed, because nobody has decided about it yet.';
  if (reason === 'scope-of-link') return `The link was not given ${name}.`;
  if (reason === 'scope-of-authorization') return `The person did not agree to ${name}.`;
  if (reason === 'level-of-person')
    return person?.level
      ? `The person holds only ${SCOPE_WORDS[person.level].name}.`
      : 'The person holds no permission.';
  return `Not now: ${OBSTACLE_WORDS[reason]}.`;
}

/** On what it still hangs whether a route that needs `needed` can be called; empty when application and person are known. */
export function conditionWords(needed: Scope | null, { link, person }: Pick<Reach, 'link' | 'person'>): string {
  const name = needed === null ? '' : SCOPE_WORDS[needed].name;
  if (link && person) return '';
  if (link) return `for people who hold ${name}`;
  return person ? `by an application with ${name}` : `with ${name}`;
}
