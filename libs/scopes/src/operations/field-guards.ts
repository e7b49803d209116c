import { type ModulesContainer } from '@nestjs/core';
import { type DecidedOperation } from './decided-operation.js';

/** The token under which @nestjs/graphql keeps its settings. */
const graphqlOptions = 'GqlModuleOptions';

/**
 * Whether guards run before every resolver. Nest runs them before those of `Query`, `Mutation` and `Subscription`, before
 * all others only where `fieldResolverEnhancers` says so.
 */
export function fieldsAreGuarded(modules: ModulesContainer): boolean {
  return [...modules.values()].every((module) => {
    const settings = module.providers.get(graphqlOptions);
    const options = settings?.instance as { readonly fieldResolverEnhancers?: readonly string[] } | null | undefined;
    return !options || (options.fieldResolverEnhancers?.includes('guards') ?? false); // none in a preview
  });
}

/**
 * What is left to judge where fields below the root are answered without guards: they come with what they belong to. A
 * scope above READ that is stated there and never asked for would be a trap, and references are reached by no guarded field.
 *
 * @throws Error naming the resolver
 */
export function refuseUnguarded(decided: readonly DecidedOperation[]): readonly DecidedOperation[] {
  const trap = decided.find(
    ({ isBelowRoot, isReference, source, scope }) =>
      isBelowRoot && (isReference || (source !== 'no rule' && scope !== 'READ')),
  );
  if (trap) {
    throw new Error(
      `ScopesModule: ${trap.name} is answered without any guard. Give GraphQLModule fieldResolverEnhancers: ['guards'], ` +
        'so that its scope is asked for.',
    );
  }
  return decided.filter(({ isBelowRoot }) => !isBelowRoot);
}
