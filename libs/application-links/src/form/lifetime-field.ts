import { fieldOf, type LifetimeBounds, type LifetimeName, type Phrase } from 'nestjs-drawbridge/oauth-provider';
import { durationOf, durationUnits, isDurationUnit } from '../links/duration.js';
import { linkWords } from '../words/link-words.js';

/** What stands in the two inputs of a lifetime: a number, empty for the host's, and its unit. */
export interface TypedLifetime {
  readonly amount: string;
  readonly unit: string;
}

/** The name of the input for a lifetime's unit. */
export const unitOf = (name: LifetimeName): string => `${name}Unit`;

/** What somebody typed. */
export function typedLifetime(body: unknown, name: LifetimeName): TypedLifetime {
  return { amount: (fieldOf(body, name) ?? '').trim(), unit: fieldOf(body, unitOf(name)) ?? '' };
}

/** What is stored, as somebody would type it; a usual unit where nothing is stored. */
export function storedLifetime(seconds: number | null, name: LifetimeName): TypedLifetime {
  if (seconds === null) return { amount: '', unit: name === 'accessTokenSeconds' ? 'minutes' : 'days' };
  const { amount, unit } = durationOf(seconds);
  return { amount: amount.toString(), unit };
}

/** The seconds that were typed, `null` for nothing; what cannot be read stays as it is and is judged as that. */
export function secondsOf({ amount, unit }: TypedLifetime): unknown {
  if (amount === '') return null;
  return /^\d{1,9}$/.test(amount) && isDurationUnit(unit) ? Number(amount) * durationUnits[unit] : amount;
}

/** Judges one lifetime of a link: whole seconds within the host's bounds, or none of its own. */
export const lifetimeProblem =
  (name: LifetimeName) =>
  (value: unknown, { rules }: { readonly rules: { readonly lifetimes: LifetimeBounds } }): Phrase | null => {
    const [least, most] = rules.lifetimes[name];
    if (value === null || (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most)) return null;
    return (reader) =>
      reader.text(linkWords, `problem.${name}`, {
        least: reader.duration(least),
        most: reader.duration(most),
        seconds: most.toString(),
      });
  };
