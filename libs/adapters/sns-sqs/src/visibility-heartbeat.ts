import type { Clock } from '@app/ports';
import { Logger } from '@nestjs/common';
import type { ReceivedMessage } from './received-message.js';
import type { SqsQueue } from './sqs-queue.js';

export interface Heartbeat {
  /** Resolves when no extension is under way any more, so that none can undo a visibility that is set afterwards. */
  stop(): Promise<void>;
}

/** Keeps messages hidden while they are being worked on: each time half of their visibility timeout has passed. */
export class VisibilityHeartbeat {
  private readonly logger = new Logger(VisibilityHeartbeat.name);

  constructor(
    private readonly queue: Pick<SqsQueue, 'name' | 'hide'>,
    private readonly visibilitySeconds: number,
    private readonly clock: Clock,
  ) {}

  start(message: ReceivedMessage): Heartbeat {
    const stopped = new AbortController();
    const beating = this.beat(message, stopped.signal);
    return {
      stop() {
        stopped.abort('stopped');
        return beating;
      },
    };
  }

  private async beat({ id, receiptHandle }: ReceivedMessage, stopped: AbortSignal): Promise<void> {
    for (;;) {
      await this.clock.sleep((this.visibilitySeconds * 1_000) / 2, stopped);
      if (stopped.aborted) return;
      try {
        await this.queue.hide(receiptHandle, this.visibilitySeconds);
      } catch (error) {
        this.logger.warn(`Queue ${this.queue.name}: message ${id} could not be kept hidden: ${String(error)}`);
      }
    }
  }
}
