/** An answer that is not what the workload must get. */
export class WrongAnswer extends Error {
  constructor(
    readonly status: number,
    readonly text: string,
  ) {
    super(`answered ${status.toString()}: ${text.slice(0, 1000)}`);
  }
}
