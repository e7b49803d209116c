/** The right to use the database. It lasts until `end()` is called; ending it twice changes nothing. */
export interface Turn {
  isOver(): boolean;
  end(): void;
}

/** Lets one caller at a time have its turn, first come, first served. */
export class Turns {
  private current: Turn | undefined;
  private currentSince = 0;
  private readonly waiting = new Set<(turn: Turn) => void>();

  /** @param patience How long `take` waits, in milliseconds. */
  constructor(readonly patience: number) {}

  /** Waits for a turn. Throws an error of code `SQLITE_BUSY` when the one before it does not end within `patience`. */
  async take(): Promise<Turn> {
    return this.current ? this.queue() : this.begin();
  }

  private queue(): Promise<Turn> {
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        this.waiting.delete(go);
        reject(Object.assign(new Error(this.complaint()), { code: 'SQLITE_BUSY' }));
      }, this.patience);
      const go = (turn: Turn) => {
        clearTimeout(giveUp);
        resolve(turn);
      };
      this.waiting.add(go);
    });
  }

  private begin(): Turn {
    const turn: Turn = {
      isOver: () => this.current !== turn,
      end: () => {
        if (!turn.isOver()) this.next();
      },
    };
    this.currentSince = performance.now();
    this.current = turn;
    return turn;
  }

  private next(): void {
    this.current = undefined;
    const [go] = this.waiting;
    if (!go) return;
    this.waiting.delete(go);
    go(this.begin());
  }

  private complaint(): string {
    const busy = Math.round(performance.now() - this.currentSince);
    return (
      `Waited ${this.patience} ms for the SQLite database: a transaction has been open for ${busy} ms. ` +
      'Commit it or roll it back, release every query runner, use nothing but the transaction’s own manager inside it, ' +
      'and keep slow work such as network calls and password hashing outside.'
    );
  }
}
