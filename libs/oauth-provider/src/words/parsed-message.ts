import { IntlMessageFormat } from 'intl-messageformat';

/** A message, read once. */
export type ParsedMessage = ReturnType<IntlMessageFormat['getAst']>;

const hasSyntax = /[{<'#]/;
const parsed = new Map<string, ParsedMessage>();

/** The parts of a message, or `null` for text without any syntax. @throws SyntaxError for a message that cannot be read */
export function parse(text: string): ParsedMessage | null {
  if (!hasSyntax.test(text)) return null;
  const known = parsed.get(text);
  if (known) return known;
  const parts = new IntlMessageFormat(text, 'en').getAst();
  parsed.set(text, parts);
  return parts;
}

/** The names of the arguments and tags of a message. @throws SyntaxError for a message that cannot be read */
export function argumentsOf(text: string): ReadonlySet<string> {
  return new Set(namesIn(parse(text) ?? [], isNamed));
}

/** The names of the arguments whose values are shown as they are given. */
export function shownIn(parts: ParsedMessage): ReadonlySet<string> {
  return new Set(namesIn(parts, isShown));
}

interface Part {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: ParsedMessage }>>;
  readonly children?: ParsedMessage;
}

/** Literals and `#` (types 0 and 7 of the parser) name nothing. */
const isNamed = ({ type }: Part): boolean => type !== 0 && type !== 7;
const isShown = ({ type }: Part): boolean => type === 1;

function namesIn(parts: ParsedMessage, isWanted: (part: Part) => boolean): readonly string[] {
  return parts.flatMap((part: Part) => {
    const { value, options, children } = part;
    const inside = [...Object.values(options ?? {}).map((option) => option.value), children ?? []];
    return [...(isWanted(part) ? [String(value)] : []), ...inside.flatMap((inner) => namesIn(inner, isWanted))];
  });
}
