/** Keeps what comes until somebody asks for it, one after another. */
export class Mailbox<T> {
  private readonly waiting: ((message: T) => void)[] = [];
  private readonly kept: T[] = [];

  /** Everything so far that nobody waited for. */
  get received(): readonly T[] {
    return this.kept;
  }

  put(message: T): void {
    const waiter = this.waiting.shift();
    if (waiter) waiter(message);
    else this.kept.push(message);
  }

  next(): Promise<T> {
    return new Promise((resolve) => {
      const message = this.kept.shift();
      if (message === undefined) this.waiting.push(resolve);
      else resolve(message);
    });
  }
}
