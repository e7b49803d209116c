import { BadRequestException } from '@nestjs/common';

const longestText = 500;

function givenOnce(query: unknown, name: string): string | undefined {
  if (typeof query !== 'object' || query === null || !Object.hasOwn(query, name)) return undefined;
  const value = (query as Record<string, unknown>)[name];
  if (typeof value === 'string') return value;
  throw new BadRequestException(`Give the parameter '${name}' once, as text.`);
}

/** A text in the query; empty when there is none. @throws BadRequestException when it is repeated or too long */
export function textIn(query: unknown, name: string): string {
  const text = givenOnce(query, name) ?? '';
  if (text.length <= longestText) return text;
  throw new BadRequestException(`The parameter '${name}' has at most ${longestText.toString()} characters.`);
}

/** One of several words in the query; `null` when there is none. @throws BadRequestException when it is another word */
export function choiceIn<Choice extends string>(query: unknown, name: string, of: readonly Choice[]): Choice | null {
  const text = givenOnce(query, name) ?? '';
  const choice = of.find((one) => one === text);
  if (choice !== undefined || text === '') return choice ?? null;
  throw new BadRequestException(`The parameter '${name}' is one of ${of.join(', ')}.`);
}

/** A whole number in the query. @throws BadRequestException when it is none, repeated, or out of its bounds */
export function numberIn(query: unknown, name: string, of: { least: number; most: number; usual: number }): number {
  const text = givenOnce(query, name) ?? '';
  if (text === '') return of.usual;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= of.least && value <= of.most) return value;
  const bounds = `${of.least.toString()} to ${of.most.toString()}`;
  throw new BadRequestException(`The parameter '${name}' is a whole number from ${bounds}.`);
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
