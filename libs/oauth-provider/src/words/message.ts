import { type ComponentChildren } from 'preact';

/** Words for people by key, each in the message syntax of ICU: `{name}`, `{count, plural, one {# person} other {# people}}`, `<b>…</b>`. */
export type Messages = Readonly<Record<string, string>>;

type Before<Text extends string, Mark extends string> = Text extends `${infer Head}${Mark}${string}` ? Head : Text;

/** The branch of a plural is told from an argument by its `#` or its space: write no branch of a single word. */
type NameOnly<Text extends string> = Text extends '' | `${string}${' ' | '#' | '{'}${string}` ? never : Text;

type Arguments<Text extends string> = Text extends `${string}{${infer Rest}`
  ? NameOnly<Before<Before<Rest, ','>, '}'>> | Arguments<Rest>
  : never;

type Tags<Text extends string> = Text extends `${string}<${infer Rest}`
  ? Exclude<Before<Rest, '>'>, `/${string}`> | Tags<Rest>
  : never;

/** The arguments of a message that becomes text; a message with tags has none that would do. */
export type TextValues<Text extends string> = Readonly<
  Record<Arguments<Text>, string | number> & ([Tags<Text>] extends [never] ? unknown : never)
>;

/** The arguments of a message that becomes part of a page: nodes as well, and what wraps the text of a tag. */
export type RichValues<Text extends string> = Readonly<
  Record<Arguments<Text>, string | number | ComponentChildren> &
    Record<Tags<Text>, (inner: ComponentChildren) => ComponentChildren>
>;

/** The arguments after a key: none where the message takes none. */
export type Given<Values> = keyof Values extends never ? [] : [values: Values];
