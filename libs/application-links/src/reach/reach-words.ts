import { type Phrase } from 'nestjs-drawbridge/oauth-provider';
import { type MappedRoute, type Opening, type Scope } from 'nestjs-drawbridge/scopes';
import { say } from '../words/link-words.js';
import { scopeName } from '../words/scope-name.js';
import { type Reach } from './reach-questions.service.js';
import { type Reason } from './route-answer.js';
import { ruleOf, type RouteSource, sourceOf } from './route-source.js';

/** What a route needs, in a word or two. */
export function openingWords(opening: Opening): Phrase {
  return opening === 'CLOSED' || opening === 'UNDECIDED' ? say(`opening.${opening}`) : scopeName(opening);
}

/** Who decided about routes, for a list to choose from. */
export const SOURCE_WORDS: Readonly<Record<RouteSource, Phrase>> = {
  RULE: say('source.rules'),
  DECORATOR: say('source.decorator'),
  ITSELF: say('source.itself'),
  NOBODY: say('source.nobody'),
};

/** Who decided about one route, and by which rule. */
export function sourceWords(route: Pick<MappedRoute, 'source'>): Phrase {
  const rule = ruleOf(route);
  return rule === null ? SOURCE_WORDS[sourceOf(route)] : say('source.rule', { rule });
}

/** A sentence about a permission, which is named in the reader's words. */
function about(
  key:
    | 'reason.scope-of-link'
    | 'reason.scope-of-authorization'
    | 'reason.level-of-person'
    | `condition.${'link' | 'person' | 'any'}`,
  scope: Scope | null,
): Phrase {
  return (reader) => say(key, { permission: scope === null ? '' : scopeName(scope)(reader) })(reader);
}

/** Why a route that needs `needed` cannot be called. */
export function reasonWords(reason: Reason, needed: Scope | null, { person }: Pick<Reach, 'person'>): Phrase {
  if (reason === 'scope-of-link' || reason === 'scope-of-authorization') return about(`reason.${reason}`, needed);
  if (reason === 'level-of-person') {
    return person?.level ? about('reason.level-of-person', person.level) : say('reason.level-of-person.none');
  }
  return say(`reason.${reason}`);
}

/** On what it still hangs whether a route that needs `needed` can be called; `null` when application and person are known. */
export function conditionWords(needed: Scope | null, { link, person }: Pick<Reach, 'link' | 'person'>): Phrase | null {
  if (link && person) return null;
  if (link) return about('condition.link', needed);
  return person ? about('condition.person', needed) : about('condition.any', needed);
}
