import type { AdapterTools } from '@app/partner-kit';

/** Something that waits to be sent with others. */
export interface BatchesOptions<Item> {
  readonly clock: AdapterTools['clock'];
  readonly limit: number;
  /** How long the first of a batch waits for company. */
  readonly gatherMs: number;
  readonly send: (batch: readonly Item[]) => void;
}

/** Gathers what comes within a few milliseconds; a full batch leaves at once. */
export class Batches<Item> {
  private gathering: Item[] = [];

  constructor(private readonly options: BatchesOptions<Item>) {}

  add(item: Item): void {
    const { clock, limit, gatherMs } = this.options;
    this.gathering.push(item);
    const batch = this.gathering;
    if (batch.length >= limit) this.leave(batch);
    else if (batch.length === 1) void clock.sleep(gatherMs).then(() => this.leave(batch));
  }

  private leave(batch: Item[]): void {
    if (batch !== this.gathering) return;
    this.gathering = [];
    this.options.send(batch);
  }
}
