import { type AnswerReceipt, partnerAnswer } from '@app/contracts';
import { ok, type PartnerAnswer, type Result } from '@app/domain';
import { checkItem } from '../json-body/posted-items.js';
import type { AnswerBatches } from './answer-batches.js';

/** What can be said about an item before it is known to be an answer. */
function addressOf(item: unknown): Pick<AnswerReceipt, 'requestId' | 'partner'> {
  const { requestId = null, partner = null }: { requestId?: unknown; partner?: unknown } = Object(item);
  return {
    requestId: typeof requestId === 'string' ? requestId : null,
    partner: typeof partner === 'string' ? partner : null,
  };
}

function checkAnswer(item: unknown): Result<PartnerAnswer, string> {
  const checked = checkItem(partnerAnswer, item);
  return checked.ok ? ok({ ...checked.value, requestId: checked.value.requestId.toLowerCase() }) : checked;
}

/** Stores what workers post; every item gets its own receipt, whatever the others are. */
export class ReceiveAnswersHandler {
  constructor(private readonly batches: Pick<AnswerBatches, 'record'>) {}

  /** Receipts in the order of the items. */
  async handle(items: readonly unknown[]): Promise<AnswerReceipt[]> {
    const checked = items.map(checkAnswer);
    const sound = checked.flatMap((check) => (check.ok ? [check.value] : []));
    const records = (sound.length === 0 ? [] : await this.batches.record(sound)).values();
    return checked.map((check, at) => {
      const address = addressOf(items[at]);
      if (!check.ok) return { ...address, result: 'INVALID', detail: check.error };
      return { ...address, result: records.next().value?.result ?? 'UNKNOWN_REQUEST' };
    });
  }
}
