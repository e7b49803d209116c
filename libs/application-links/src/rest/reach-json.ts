import { inEnglish } from 'nestjs-drawbridge/oauth-provider';
import { type Reach } from '../reach/reach-questions.service.js';
import { reasonWords } from '../reach/reach-words.js';

/** The reach of an application as the JSON says it. */
export function reachJson(reach: Reach) {
  const { link, person, prospect, limit, all, found, routes } = reach;
  return {
    results: routes.map(({ route, kind, answer }) => ({
      ...route,
      kind,
      ...answer,
      message: answer.reason && inEnglish(reasonWords(answer.reason, route.scope, reach)),
    })),
    size: routes.length,
    total: found,
    routes: all.total,
    callable: all.callable,
    counts: Object.fromEntries(all.counts),
    kinds: Object.fromEntries(all.kinds),
    application: link && {
      id: link.id,
      clientId: link.clientId,
      name: link.client.name,
      scopes: link.client.scopes,
      enabled: link.client.enabled,
    },
    person: person && {
      userId: person.userId,
      displayName: person.displayName,
      active: person.active,
      level: person.level,
    },
    granted: prospect.granted,
    effective: prospect.obstacle === null ? (prospect.access?.effective ?? null) : null,
    obstacle: prospect.obstacle,
    limit,
  };
}
