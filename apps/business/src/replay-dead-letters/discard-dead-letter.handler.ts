import { discardOrder } from '@app/contracts';
import { ok, type Result, refused } from '@app/domain';
import type { DeadLetterStore, TimeSource } from '@app/ports';
import type { Fault } from '@app/product-lines';
import { checkBody } from '../json-body/checked-body.js';

export interface DiscardDeadLetterParts {
  readonly store: Pick<DeadLetterStore, 'discard'>;
  /** The store's clock. */
  readonly time: TimeSource;
}

/** Takes a letter away for good, for a reason. */
export class DiscardDeadLetterHandler {
  constructor(private readonly parts: DiscardDeadLetterParts) {}

  /** `by`: the client's id. */
  async handle(id: string, body: unknown, by: string): Promise<Result<void, 'UNKNOWN_LETTER' | readonly Fault[]>> {
    const checked = checkBody(discardOrder, body);
    if (!checked.ok) return checked;
    const { reason } = checked.value;
    const at = await this.parts.time.ask();
    const audit = { at, actor: by, action: 'DEAD_LETTER_DISCARDED', subject: id, reason, details: {} };
    return (await this.parts.store.discard(id, audit)) ? ok(undefined) : refused('UNKNOWN_LETTER');
  }
}
