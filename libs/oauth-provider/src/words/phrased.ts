import { type HttpException } from '@nestjs/common';
import { inEnglish, type Phrase } from './phrase.js';

/** An exception whose message is English for programs, and on a page in the words of its reader. */
export function phrased<Exception extends HttpException>(
  Kind: new (message: string) => Exception,
  phrase: Phrase,
): Exception {
  return Object.assign(new Kind(inEnglish(phrase)), { phrase });
}
