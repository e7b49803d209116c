import { Access, type MappedRoute, SCOPES } from 'nestjs-drawbridge/scopes';
import { describe, expect, it } from 'vitest';
import { answerAll, wantedOf } from './answered-routes.js';
import { reachQueryIn } from './reach-query.js';

/** 2,000 routes, of which every fifth is undecided, and ten operations that are no routes. */
const routes: readonly MappedRoute[] = [
  ...Array.from({ length: 2000 }, (_, index) => ({
    method: index % 2 ? 'GET' : 'POST',
    path: `/part-${(index % 40).toString()}/thing-${index.toString()}/:id`,
    handler: `Part${(index % 40).toString()}Controller.thing${index.toString()}`,
    scope: SCOPES[index % 5] ?? null,
    source: index % 5 === 4 ? 'no rule' : 'rule /*',
  })),
  ...Array.from({ length: 10 }, (_, index) => ({
    method: index % 2 ? 'QUERY' : 'MESSAGE',
    path: index % 2 ? `Query.field${index.toString()}` : `/live message${index.toString()}`,
    handler: 'Many.operations',
    scope: 'READ' as const,
    source: 'rule *',
  })),
];

const access = new Access({ clientId: '', userId: 'ann', scope: 'SYSTEM_ADMIN', personLevel: 'WRITE' });
const answered = answerAll(routes, { client: null, prospect: { access, obstacle: null, granted: null } });
const queryIn = (given: object) => reachQueryIn(given, { start: 0, limit: 1 });
const wanted = (given: object) => wantedOf(answered, queryIn(given));

describe('the routes that are asked for', () => {
  it('P5 are all of them, in their order, when nothing is asked', () => {
    expect(wanted({}).map(({ route }) => route)).toEqual(routes);
  });

  it('P5 are those of one opening, one kind, one answer', () => {
    expect(wanted({ scope: 'ADMIN' })).toHaveLength(400);
    expect(wanted({ scope: 'CLOSED' })).toHaveLength(0);
    expect(wanted({ scope: 'UNDECIDED' }).every(({ answer }) => answer.reason === 'undecided')).toBe(true);
    expect(wanted({ scope: 'UNDECIDED' })).toHaveLength(400);
    expect(wanted({ kind: 'GRAPHQL' })).toHaveLength(5);
    expect(wanted({ kind: 'GATEWAY', callable: 'yes' })).toHaveLength(5);
    expect(wanted({ callable: 'yes' })).toHaveLength(810);
    expect(wanted({ callable: 'no' })).toHaveLength(1200);
  });

  it('P5 are those with a text in method, path or handler, in any case', () => {
    expect(wanted({ query: ' PART-4/ ' })).toHaveLength(50);
    expect(wanted({ query: 'get /part-5/' })).toHaveLength(50);
    expect(wanted({ query: 'post /part-5/' })).toHaveLength(0);
    expect(wanted({ query: 'part5controller.', scope: 'WRITE' })).toHaveLength(0);
    expect(wanted({ query: 'part6controller.', scope: 'WRITE' })).toHaveLength(50);
    expect(wanted({ query: 'many.operations' })).toHaveLength(10);
  });

  it.each([
    [{ scope: 'read' }, '‘scope’ is one of READ, WRITE'],
    [{ kind: 'HTTP' }, '‘kind’ is one of REST, GRAPHQL, GATEWAY'],
    [{ callable: 'maybe' }, '‘callable’ is one of yes, no'],
    [{ scope: ['READ', 'WRITE'] }, '‘scope’ once'],
    [{ query: 'x'.repeat(501) }, '‘query’ has at most'],
  ])('P20 are not guessed at: %j is refused by name', (query, message) => {
    expect(() => queryIn(query)).toThrow(message);
  });
});
