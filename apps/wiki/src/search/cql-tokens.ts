import { CqlError } from './cql-error.js';

interface Token {
  readonly kind: 'word' | 'text' | 'sign';
  readonly value: string;
  /** Counted from 1. */
  readonly place: number;
}

const pattern = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(!=|!~|[=~(),])|([^\s"'()=!~<>,]+)|(\S))/sy;

/** The pieces of a query, taken one by one. */
export class CqlTokens {
  private readonly tokens: readonly Token[];
  private next = 0;

  /** @throws CqlError at a character that belongs nowhere. */
  constructor(private readonly text: string) {
    this.tokens = split(text);
  }

  get isAtEnd(): boolean {
    return this.next >= this.tokens.length;
  }

  /** Where the next piece begins, from 1. */
  get place(): number {
    return this.tokens[this.next]?.place ?? this.text.length + 1;
  }

  /** Takes the next piece if it is this word, in any case. */
  takeWord(word: string): boolean {
    return this.takeOneOf([word]) !== undefined;
  }

  /** Takes the next piece if it is one of these words, in any case, and answers it as given here. */
  takeOneOf<Word extends string>(words: readonly Word[]): Word | undefined {
    const token = this.tokens[this.next];
    if (token?.kind !== 'word') return undefined;
    const word = words.find((each) => each.toLowerCase() === token.value.toLowerCase());
    if (word !== undefined) this.next++;
    return word;
  }

  /** Takes the next piece if it is this sign. */
  takeSign(sign: string): boolean {
    const token = this.tokens[this.next];
    const isSign = token?.kind === 'sign' && token.value === sign;
    if (isSign) this.next++;
    return isSign;
  }

  /** Takes an operator: a sign, `in`, or `not in`. */
  takeOperator(): string | undefined {
    const sign = ['=', '!=', '~', '!~'].find((each) => this.takeSign(each));
    if (sign) return sign;
    const isNot = this.takeWord('not');
    return this.takeWord('in') ? (isNot ? 'not in' : 'in') : undefined;
  }

  /** Takes a word or a quoted text. @throws CqlError when there is none. */
  takeValue(): string {
    const token = this.tokens[this.next];
    if (!token || token.kind === 'sign') throw this.expected('a value');
    this.next++;
    return token.value;
  }

  /** What to throw when something else should stand here. */
  expected(what: string): CqlError {
    return new CqlError(`expected ${what}`, this.place);
  }
}

function split(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const [whole = '', quoted, sign, word, other] = pattern.exec(text) ?? [];
    const value = quoted ?? sign ?? word ?? other ?? '';
    const place = pattern.lastIndex - value.length + 1;
    if (other !== undefined || whole === '') throw new CqlError(`unexpected ${value}`, place);
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.slice(1, -1).replace(/\\(.)/gs, '$1'), place });
    else tokens.push({ kind: sign === undefined ? 'word' : 'sign', value, place });
  }
  return tokens;
}
