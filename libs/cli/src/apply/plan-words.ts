import { type ToldChange } from './applied-change.js';
import { printableJson } from '../output/printable.js';
import { type Plan } from './plan.js';

const marks = { create: '+', update: '~', delete: '-' } as const;

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return "the host's own";
  return Array.isArray(value) ? value.join(' ') : printableJson(value);
};

/** A step for people: a mark and the name, and below it what it is about. */
export function changeLines({
  action,
  name,
  clientId,
  clientSecret,
  secretFile,
  ...change
}: ToldChange): readonly string[] {
  const before = (change.before ?? {}) as Readonly<Record<string, unknown>>;
  const after = Object.entries(change.after ?? {});
  const settings = after.map(([key, value]) =>
    action === 'update' ? `    ${key}: ${shown(before[key])} -> ${shown(value)}` : `    ${key}: ${shown(value)}`,
  );
  const made = [
    ...(action === 'create' && clientId !== null ? [`    client ID: ${clientId}`] : []),
    ...(clientSecret ? [`    client secret: ${clientSecret}`] : []),
    ...(secretFile === undefined ? [] : [`    client secret: in ${secretFile}`]),
  ];
  return [`${marks[action]} ${name}`, ...settings, ...made];
}

/** How many of each. */
export function countLine(changes: readonly ToldChange[], { unchanged, others }: Plan, isDryRun: boolean): string {
  const of = (action: ToldChange['action']): string => changes.filter((one) => one.action === action).length.toString();
  const what = isDryRun ? 'would be' : 'are';
  const rest = `${unchanged.toString()} as the file says, ${others.toString()} not in the file`;
  if (changes.length === 0) return `Nothing to do: ${rest}.`;
  return `${of('create')} ${what} created, ${of('update')} changed, ${of('delete')} deleted; ${rest}.`;
}
