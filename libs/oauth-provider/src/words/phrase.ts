import { type Catalogue } from './catalogue.js';
import { type Given, type Messages, type TextValues } from './message.js';
import { Reader } from './reader.js';

/** A text that waits for its reader: what code says that does not know who will read it. */
export type Phrase = (reader: Reader) => string;

/** Makes phrases of the messages of a catalogue. */
export type Say<Source extends Messages> = <Key extends keyof Source & string>(
  key: Key,
  ...values: Given<TextValues<Source[Key]>>
) => Phrase;

/** How code that does not know its reader says what is in a catalogue. */
export function phrasesOf<Source extends Messages>(catalogue: Catalogue<Source>): Say<Source> {
  return (key, ...values) =>
    (reader) =>
      reader.text(catalogue, key, ...values);
}

/** A phrase in English, for programs and logs. */
export const inEnglish = (phrase: Phrase): string => phrase(Reader.anybody);
