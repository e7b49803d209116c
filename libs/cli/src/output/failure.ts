/** How a command ends, for the script that called it. */
export const exitCodes = {
  /** Done. */
  done: 0,
  /** Refused or failed; standard error says why. */
  failed: 1,
  /** Called in a way that makes no sense; standard error names the option. */
  usage: 2,
  /** A dry run found that something would change. */
  wouldChange: 3,
} as const;

/** What kind of failure it is, for the script that called it. */
export type FailureKind = 'usage' | 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'unreachable' | 'failed';

/** One of several things that are wrong. */
export interface Problem {
  /** The option, or the field of a file. */
  readonly field?: string;
  /** The line of a file, from 1. */
  readonly line?: number;
  readonly message: string;
}

/** A command that could not do what it was asked for, in a sentence for whoever asked. Holds no secret. */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly problems: readonly Problem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'Failure';
  }

  get exitCode(): number {
    return this.kind === 'usage' ? exitCodes.usage : exitCodes.failed;
  }
}
