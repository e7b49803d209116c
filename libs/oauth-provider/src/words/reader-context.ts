import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { type Catalogue } from './catalogue.js';
import { type Given, type Messages, type RichValues, type TextValues } from './message.js';
import { Reader } from './reader.js';

/** Who reads the page that is being rendered. */
export const ReaderContext = createContext(Reader.anybody);

/** Who reads this page: for dates, numbers and lists. */
export function useReader(): Reader {
  return useContext(ReaderContext);
}

/** How the pieces of a page find their words. */
export interface Words<Source extends Messages> {
  /** A message as text. */
  readonly text: <Key extends keyof Source & string>(key: Key, ...values: Given<TextValues<Source[Key]>>) => string;
  /** A message as a part of the page, with nodes in it. */
  readonly rich: <Key extends keyof Source & string>(
    key: Key,
    ...values: Given<RichValues<Source[Key]>>
  ) => ComponentChildren;
}

/** The words of a catalogue, for the reader of this page. */
export function useWordsOf<Source extends Messages>(catalogue: Catalogue<Source>): Words<Source> {
  const reader = useReader();
  return {
    text: (key, ...values) => reader.text(catalogue, key, ...values),
    rich: (key, ...values) => reader.rich(catalogue, key, ...values),
  };
}
