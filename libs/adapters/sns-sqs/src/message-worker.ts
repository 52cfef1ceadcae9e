import type { MessageOutcome } from '@app/ports';
import type { DeleteBatcher } from './delete-batcher.js';
import type { ReceivedMessage } from './received-message.js';
import type { Settlement } from './settlement.js';
import type { VisibilityHeartbeat } from './visibility-heartbeat.js';

export interface MessageWorkerParts {
  readonly heartbeat: VisibilityHeartbeat;
  readonly deletes: DeleteBatcher;
  readonly settlement: Settlement;
  /** Must not reject. */
  readonly dispatch: (message: ReceivedMessage) => Promise<MessageOutcome>;
}

/** Works on one message at a time of its many callers: hands it over, then does what the outcome says. */
export class MessageWorker {
  constructor(private readonly parts: MessageWorkerParts) {}

  /** Never rejects: what could not be done is done at the next delivery. */
  async work(message: ReceivedMessage): Promise<void> {
    const { deletes, dispatch, settlement } = this.parts;
    const heartbeat = this.parts.heartbeat.start(message);
    const outcome = await dispatch(message);
    await heartbeat.stop();
    if (await settlement.carryOut(message, outcome)) await deletes.delete(message.receiptHandle);
  }
}
