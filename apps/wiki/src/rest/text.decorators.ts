import { Matches, ValidateBy, type ValidationOptions } from 'class-validator';
import { isLegalText } from '../text/legal-text.js';

/** Well-formed text of `least` to `most` characters without control characters other than tab and line ends. */
export const PlainText = (least: number, most: number, options?: ValidationOptions) =>
  ValidateBy(
    {
      name: 'plainText',
      validator: {
        validate: (value) =>
          typeof value === 'string' && value.length >= least && value.length <= most && isClean(value),
        defaultMessage: (args) =>
          `${args?.property ?? ''} must be text of ${least.toString()} to ${most.toString()} characters, well-formed and without control characters`,
      },
    },
    options,
  );

/** Well-formed text of one line, of `least` to `most` characters, that is not only white space. */
export const OneLine = (least: number, most: number, options?: ValidationOptions) =>
  ValidateBy(
    {
      name: 'oneLine',
      validator: {
        validate: (value) =>
          typeof value === 'string' &&
          value.trim().length >= least &&
          value.length <= most &&
          isClean(value) &&
          !/[\t\r\n]/.test(value),
        defaultMessage: (args) =>
          `${args?.property ?? ''} must be one line of ${least.toString()} to ${most.toString()} characters, well-formed and without control characters`,
      },
    },
    options,
  );

/** A username: 1 to 64 of letters, digits, dot, dash, underscore and @. */
export const Username = () =>
  Matches(/^[A-Za-z0-9._@-]{1,64}$/, {
    message: '$property must be 1 to 64 of letters, digits, dot, dash, underscore and @',
  });

// eslint-disable-next-line no-control-regex -- PostgreSQL keeps no NUL, and no text of ours needs the others
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const isClean = (value: string) => !control.test(value) && isLegalText(value);
