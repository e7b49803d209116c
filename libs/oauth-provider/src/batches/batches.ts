import { type RunOrder, SharedRuns } from './shared-runs.js';

/** Does together, in one run, what each asked for alone. Nothing waits for a timer. */
export class Batches<Item, Result> {
  private waiting: Item[] = [];
  private readonly runs: SharedRuns<readonly Result[]>;

  /** @param run answers one result for each item, in their order */
  constructor(
    private readonly run: (items: readonly Item[]) => Promise<readonly Result[]>,
    order?: RunOrder,
  ) {
    this.runs = new SharedRuns(() => this.runWaiting(), order);
  }

  /** The result for one item, of a run that begins from now on. Rejects as the run does. */
  async add(item: Item): Promise<Result> {
    const position = this.waiting.push(item) - 1;
    const results = await this.runs.join();
    return results[position] as Result;
  }

  private runWaiting(): Promise<readonly Result[]> {
    const items = this.waiting;
    this.waiting = [];
    return this.run(items);
  }
}

/** Reads by key: a run reads each key once, and `null` is what was not found. */
export function batchedReads<Key, Found>(
  readAll: (keys: ReadonlySet<Key>) => Promise<ReadonlyMap<Key, Found>>,
  order?: RunOrder,
): Batches<Key, Found | null> {
  const run = async (keys: readonly Key[]) => {
    const found = await readAll(new Set(keys));
    return keys.map((key) => found.get(key) ?? null);
  };
  return new Batches(run, order);
}
