import { BadRequestException } from '@nestjs/common';
import { type Phrase, phrased } from 'nestjs-drawbridge/oauth-provider';
import { say } from '../words/link-words.js';

const longestText = 500;

const refusal = (phrase: Phrase): BadRequestException => phrased(BadRequestException, phrase);

function givenOnce(query: unknown, name: string): string | undefined {
  if (typeof query !== 'object' || query === null || !Object.hasOwn(query, name)) return undefined;
  const value = (query as Record<string, unknown>)[name];
  if (typeof value === 'string') return value;
  throw refusal(say('query.once', { name }));
}

/** A text in the query; empty when there is none. @throws BadRequestException when it is repeated or too long */
export function textIn(query: unknown, name: string): string {
  const text = givenOnce(query, name) ?? '';
  if (text.length <= longestText) return text;
  throw refusal(say('query.long', { name, longest: longestText }));
}

/** One of several words in the query; `null` when there is none. @throws BadRequestException when it is another word */
export function choiceIn<Choice extends string>(query: unknown, name: string, of: readonly Choice[]): Choice | null {
  const text = givenOnce(query, name) ?? '';
  const choice = of.find((one) => one === text);
  if (choice !== undefined || text === '') return choice ?? null;
  throw refusal(say('query.oneOf', { name, known: of.join(', ') }));
}

/** A whole number in the query. @throws BadRequestException when it is none, repeated, or out of its bounds */
export function numberIn(query: unknown, name: string, of: { least: number; most: number; usual: number }): number {
  const text = givenOnce(query, name) ?? '';
  if (text === '') return of.usual;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= of.least && value <= of.most) return value;
  throw refusal(say('query.number', { name, least: of.least.toString(), most: of.most.toString() }));
}

/** Which part of a list is wanted. */
export interface Slice {
  readonly start: number;
  readonly limit: number;
}

/** Where a part of a list begins; 0 when it is not given. @throws BadRequestException */
export function startIn(query: unknown, name: string): number {
  return numberIn(query, name, { least: 0, most: 1_000_000_000, usual: 0 });
}

/** `start` and `limit` of a query; 0 and 25 when they are not given. @throws BadRequestException */
export function sliceIn(query: unknown): Slice {
  return {
    start: startIn(query, 'start'),
    limit: numberIn(query, 'limit', { least: 1, most: 200, usual: 25 }),
  };
}
