import { inEnglish, type Phrase } from 'nestjs-drawbridge/oauth-provider';

/** What is wrong with one field, in a sentence. */
export interface FieldProblem {
  readonly field: string;
  readonly phrase: Phrase;
  /** Which value it is about, where a field is a list; with the value itself where there are several. */
  readonly entry?: { readonly index: number; readonly value?: string };
}

/** Problems for a program: in English, one a field. */
export function problemsJson(problems: readonly FieldProblem[]): { field: string; message: string }[] {
  return [...new Map(problems.toReversed().map((problem) => [problem.field, problem])).values()]
    .toReversed()
    .map(({ field, phrase, entry }) => {
      const value = entry?.value;
      const message = inEnglish(phrase);
      return { field, message: value === undefined ? message : `${shorten(value)}: ${message}` };
    });
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
