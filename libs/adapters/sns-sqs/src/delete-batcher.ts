import type { Clock } from '@app/ports';
import { Logger } from '@nestjs/common';
import type { SqsQueue } from './sqs-queue.js';

const MAX_DELETES = 10;
/** Long enough to catch neighbours (nobody waits for a delete), short enough that a crash in between repeats little. */
const LINGER_MS = 100;

interface Batch {
  readonly receipts: string[];
  readonly full: AbortController;
  readonly sent: Promise<void>;
}

/** Deletes messages in batches: ten at once, or whatever has come together within a tenth of a second. */
export class DeleteBatcher {
  private readonly logger = new Logger(DeleteBatcher.name);
  private open: Batch | undefined;

  constructor(
    private readonly queue: Pick<SqsQueue, 'name' | 'delete'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves once the message is deleted, or after two attempts that failed. Never rejects: a message that stays is
   * delivered again, which changes nothing.
   */
  delete(receiptHandle: string): Promise<void> {
    this.open ??= this.openBatch();
    const { receipts, full, sent } = this.open;
    receipts.push(receiptHandle);
    if (receipts.length === MAX_DELETES) {
      this.open = undefined;
      full.abort('full');
    }
    return sent;
  }

  private openBatch(): Batch {
    const receipts: string[] = [];
    const full = new AbortController();
    const sent = this.clock.sleep(LINGER_MS, full.signal).then(() => {
      if (this.open?.receipts === receipts) this.open = undefined;
      return this.send(receipts);
    });
    return { receipts, full, sent };
  }

  private async send(receipts: readonly string[]): Promise<void> {
    const kept = await this.attempt(receipts);
    const keptAgain = kept.length === 0 ? kept : await this.attempt(kept);
    if (keptAgain.length > 0) {
      this.logger.warn(
        `Queue ${this.queue.name}: ${keptAgain.length} messages could not be deleted and will come back`,
      );
    }
  }

  private async attempt(receipts: readonly string[]): Promise<readonly string[]> {
    try {
      return await this.queue.delete(receipts);
    } catch (error) {
      this.logger.warn(`Queue ${this.queue.name}: deleting failed: ${String(error)}`);
      return receipts;
    }
  }
}
