export interface Target {
  /** Glob patterns of what is mutated. */
  readonly sources: readonly string[];
  /** Glob patterns of the tests that judge it. */
  readonly tests: string[];
  /** Whether all of it is pure functions, which may be loaded anew for each mutant. */
  readonly isPure: boolean;
}

export const targets: Readonly<Record<string, Target>>;
