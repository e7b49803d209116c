import { type Scope } from '../ladder/scope.js';
import { type OperationHandler } from './declared-operations.js';
import { type OperationRule } from './operation-rule.js';

/** An operation, what opens it, and where that was said. */
export interface DecidedOperation extends OperationHandler {
  /** `null`: closed to applications. */
  readonly scope: Scope | null;
  readonly source: string;
  /** The first rule that covers it, whether or not it decided. */
  readonly rule: OperationRule | undefined;
}
