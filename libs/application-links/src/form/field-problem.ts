/** What is wrong with one field, in a sentence. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}
