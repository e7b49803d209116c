import { type Messages } from './message.js';

/** A translation of messages: all of them, or the type check says which is missing. */
export type Translation<Source extends Messages> = Readonly<Record<keyof Source, string>>;

/** What a host says in other words or in another language, by language tag; what it leaves out stays as it is. */
export type OwnWords<Source extends Messages> = Readonly<Record<string, Partial<Translation<Source>>>>;

/** All that one library says to people, in every language it knows. English is the source of the others. */
export class Catalogue<Source extends Messages = Messages> {
  constructor(readonly translations: OwnWords<Source> & { readonly en: Source }) {}
}
