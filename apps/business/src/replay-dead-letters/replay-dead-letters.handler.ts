import { type ReplayOrder, type ReplayReceipt, replayOrder } from '@app/contracts';
import { ok, type Result, refused } from '@app/domain';
import type { DeadLetterStore, TimeSource } from '@app/ports';
import type { Fault } from '@app/product-lines';
import { checkBody } from '../json-body/checked-body.js';

export interface ReplayDeadLettersParts {
  /** The queues whose dead letters are kept. */
  readonly queues: ReadonlySet<string>;
  readonly store: Pick<DeadLetterStore, 'matching' | 'scheduleReplay'>;
  /** The store's clock. */
  readonly time: TimeSource;
  /** Told that letters are due. */
  readonly scheduled: () => void;
}

const DEFAULT_RATE = 10;

/** Replays letters on an operator's order, at a rate; or says how many that would be. */
export class ReplayDeadLettersHandler {
  constructor(private readonly parts: ReplayDeadLettersParts) {}

  /** `by`: the client's id. */
  async handle(body: unknown, by: string): Promise<Result<ReplayReceipt, readonly Fault[]>> {
    const checked = this.check(body);
    return checked.ok ? ok(await this.carryOut(checked.value, by)) : checked;
  }

  private check(body: unknown): Result<ReplayOrder, readonly Fault[]> {
    const checked = checkBody(replayOrder, body);
    if (!checked.ok || this.parts.queues.has(checked.value.queue)) return checked;
    return refused([{ pointer: '/queue', code: 'UNKNOWN_CODE', detail: 'there is no such queue' }]);
  }

  private async carryOut({ queue, cause, dryRun, ratePerSecond }: ReplayOrder, by: string): Promise<ReplayReceipt> {
    const { store } = this.parts;
    const rate = ratePerSecond ?? DEFAULT_RATE;
    const receipt = { queue, cause: cause ?? null, dryRun: dryRun ?? false, ratePerSecond: rate };
    const selection = { queue, cause: cause ?? undefined };
    if (receipt.dryRun) return { ...receipt, matched: await store.matching(selection), lastAt: null };
    const at = await this.parts.time.ask();
    const details = { cause: receipt.cause, ratePerSecond: rate };
    const audit = { at, actor: by, action: 'DEAD_LETTERS_REPLAYED', subject: queue, reason: null, details };
    const { matched, lastAt } = await store.scheduleReplay(selection, rate, audit);
    this.parts.scheduled();
    return { ...receipt, matched, lastAt: lastAt?.toISOString() ?? null };
  }
}
