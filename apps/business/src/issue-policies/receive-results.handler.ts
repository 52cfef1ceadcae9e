import { type IssuanceReceipt, issuanceResult } from '@app/contracts';
import { type IssuanceRecordResult, type IssuanceResult, ok, type Result, recordIssuance } from '@app/domain';
import type { Logger } from '@app/platform';
import type { ApplicationDesk } from '../applications/application-desk.js';
import { checkItem } from '../json-body/posted-items.js';

export interface ReceiveResultsParts {
  readonly desk: Pick<ApplicationDesk, 'change'>;
  readonly logger: Logger;
}

/** What can be said about an item before it is known to be a result. */
function addressOf(item: unknown): Pick<IssuanceReceipt, 'applicationId'> {
  const { applicationId }: { applicationId?: unknown } = Object(item);
  return { applicationId: typeof applicationId === 'string' ? applicationId : null };
}

function checkResult(item: unknown): Result<IssuanceResult, string> {
  const checked = checkItem(issuanceResult, item);
  return checked.ok ? ok({ ...checked.value, applicationId: checked.value.applicationId.toLowerCase() }) : checked;
}

/** Applies what workers post; every item gets its own receipt, whatever the others are. */
export class ReceiveResultsHandler {
  constructor(private readonly parts: ReceiveResultsParts) {}

  /** Receipts in the order of the items. Rejects when the store is away: then all of them are posted again. */
  async handle(items: readonly unknown[]): Promise<IssuanceReceipt[]> {
    const receipts: IssuanceReceipt[] = [];
    // One after the other: two results of one application must not race each other.
    for (const item of items) receipts.push({ ...addressOf(item), ...(await this.receive(item)) });
    return receipts;
  }

  private async receive(item: unknown): Promise<Omit<IssuanceReceipt, 'applicationId'>> {
    const checked = checkResult(item);
    if (!checked.ok) return { result: 'INVALID', detail: checked.error };
    const result = await this.record(checked.value);
    const { applicationId, attempt, error, outcome } = checked.value;
    this.parts.logger.info({ applicationId, attempt, outcome, category: error?.category, result }, 'issuance result');
    return { result };
  }

  /** A policy of one that had ended is recorded all the same where the customer has applied for its offer anew. */
  private async record(posted: IssuanceResult, isOfferTaken = false): Promise<IssuanceReceipt['result']> {
    let result: IssuanceRecordResult = 'DUPLICATE';
    const changed = await this.parts.desk.change(posted.applicationId, (application, circumstances) => {
      const recorded = recordIssuance(application, posted, { ...circumstances, isOfferTaken });
      ({ result } = recorded);
      return ok(recorded.application);
    });
    if (changed === undefined) return 'UNKNOWN_APPLICATION';
    if (changed.ok) return result;
    if (isOfferTaken) throw new Error(`A result of application ${posted.applicationId} cannot be kept`);
    return this.record(posted, true);
  }
}
