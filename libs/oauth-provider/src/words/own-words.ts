import { type Catalogue, type OwnWords } from './catalogue.js';
import { type Messages } from './message.js';
import { argumentsOf } from './parsed-message.js';

/**
 * Checks what a host says in its own words.
 * @throws Error naming the language and the message that is unknown, cannot be read, or uses an argument there is not
 */
export function checkOwnWords<Source extends Messages>(catalogue: Catalogue<Source>, words: OwnWords<Source>): void {
  for (const [language, messages] of Object.entries(words)) {
    checkLanguage(language);
    for (const [key, text] of Object.entries<string | undefined>(messages)) {
      if (text === undefined) continue;
      const source = Object.hasOwn(catalogue.translations.en, key) ? catalogue.translations.en[key] : undefined;
      if (source === undefined) throw new Error(`There is no message '${key}' to be said in '${language}'.`);
      checkMessage(`The message '${key}' in '${language}'`, text, source);
    }
  }
}

function checkLanguage(language: string): void {
  try {
    new Intl.Locale(language);
  } catch {
    throw new Error(`'${language}' is no language tag. Write it as in BCP 47, for instance 'it' or 'pt-BR'.`);
  }
}

function checkMessage(subject: string, text: string, source: string): void {
  const offered = argumentsOf(source);
  let used: ReadonlySet<string>;
  try {
    used = argumentsOf(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`${subject} cannot be read: ${cause}.`, { cause: error });
  }
  const unknown = [...used].find((name) => !offered.has(name));
  if (unknown !== undefined) {
    throw new Error(`${subject} uses '${unknown}'. It is given ${[...offered].join(', ') || 'nothing'}.`);
  }
}
