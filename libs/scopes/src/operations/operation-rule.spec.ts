import { describe, expect, it } from 'vitest';
import {
  byOperation,
  type DeclaredOperation,
  type FieldKind,
  gatewayAddress,
  gatewayRules,
  graphqlRules,
  type OperationRule,
} from './operation-rule.js';

const field = (name: string, kind: FieldKind = 'QUERY'): DeclaredOperation => ({ of: 'graphql', kind, field: name });
const message = (gateway: string, name: string | null): DeclaredOperation => ({
  of: 'gateway',
  gateway,
  message: name,
});
const covered = (rules: readonly OperationRule[], operation: DeclaredOperation): readonly string[] =>
  rules.filter((rule) => rule.covers(operation)).map(({ label }) => label);

describe('a rule for GraphQL', () => {
  const rules = graphqlRules([
    { field: ['Query.pages', 'Mutation.*'], scope: 'READ' },
    { field: '*', scope: byOperation },
  ]);

  it.each([
    ['Query.pages', ['Query.pages', '*']],
    ['Query.pagesOf', ['*']],
    ['Query.page', ['*']],
    ['Mutation.rename', ['Mutation.*', '*']],
    ['Mutations.rename', ['*']],
  ])('covers of %s what %j say', (name, labels) => {
    expect(covered(rules, field(name))).toEqual(labels);
  });

  it('P2 covers no message of a gateway', () => {
    expect(covered(rules, message('/live', 'Query.pages'))).toEqual([]);
  });

  it('P2 needs WRITE for mutations alone', () => {
    const [rule] = graphqlRules([{ field: '*', scope: byOperation }]);
    const kinds: readonly FieldKind[] = ['QUERY', 'MUTATION', 'SUBSCRIPTION', 'FIELD'];
    expect(kinds.map((kind) => rule?.judge(field('any', kind)))).toEqual(['READ', 'WRITE', 'READ', 'READ']);
    expect(graphqlRules([{ field: '*', scope: 'CLOSED' }])[0]?.judge(field('any'))).toBe('CLOSED');
  });
});

describe('a rule for gateways', () => {
  const rules = gatewayRules([
    { gateway: ['live', '/notes/'], message: ['add', 'board.*'], scope: 'WRITE' },
    { gateway: '/live', scope: 'READ' },
    { gateway: '*', message: 'ping', scope: 'READ' },
  ]);

  it.each([
    ['/live', 'add', ['live add', '/live']],
    ['/live', 'added', ['/live']],
    ['/live', 'board.move', ['live board.*', '/live']],
    ['/live', 'board', ['/live']],
    ['/notes', 'add', ['/notes/ add']],
    ['/notes', 'ping', ['* ping']],
    ['/other', 'add', []],
  ])('covers at %s of %s what %j say', (gateway, name, labels) => {
    expect(covered(rules, message(gateway, name))).toEqual(labels);
  });

  it('P2 covers connecting only where it speaks of no message', () => {
    expect(covered(rules, message('/live', null))).toEqual(['/live']);
    expect(covered(rules, message('/notes', null))).toEqual([]);
    expect(covered(gatewayRules([{ gateway: '*', message: '*', scope: 'READ' }]), message('/live', null))).toEqual([]);
  });

  it('P2 covers no field of GraphQL, and says its scope of all it covers', () => {
    const [all] = gatewayRules([{ gateway: '*', scope: 'ADMIN' }]);
    expect(all?.covers(field('Query.pages'))).toBe(false);
    expect(all?.judge(message('/live', 'add'))).toBe('ADMIN');
  });

  it.each([
    [undefined, '/'],
    ['', '/'],
    ['live', '/live'],
    ['//live//notes/', '/live/notes'],
  ])('writes the address %j as %s', (given, address) => {
    expect(gatewayAddress(given)).toBe(address);
  });
});
