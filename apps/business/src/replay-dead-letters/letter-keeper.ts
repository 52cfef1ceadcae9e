import { REASON_ATTRIBUTE } from '@app/contracts';
import type { Logger } from '@app/platform';
import type { CollectedLetter, DeadLetterStore, LetterQueues, ReceivedLetter } from '@app/ports';
import { issuanceOf } from './issuance-letter.js';
import type { LetterApplications } from './letter-applications.js';
import { causeOf } from './letter-cause.js';
import { isIssuanceQueue, type LetterRoutes, type LetterSource } from './letter-routes.js';
import { MAX_REPLAYS, replayDelayMs, replaysOf } from './replay-rules.js';

export interface LetterKeeperParts {
  readonly routes: LetterRoutes;
  readonly store: Pick<DeadLetterStore, 'collect'>;
  readonly queues: Pick<LetterQueues, 'remove'>;
  readonly applications: Pick<LetterApplications, 'gaveUp'>;
  /** Told when there is something new to be replayed. */
  readonly scheduled: () => void;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
}

/**
 * Keeps letters where they can be looked at, and removes them from their queue only then: killed in between, they are
 * collected again and kept once.
 */
export class LetterKeeper {
  constructor(private readonly parts: LetterKeeperParts) {}

  /** Rejects when they could not be kept or removed; then they come again. */
  async keep(source: LetterSource, received: readonly ReceivedLetter[]): Promise<void> {
    if (received.length === 0) return;
    const { logger, queues, scheduled, store } = this.parts;
    const letters = received.map((letter) => this.collected(source, letter));
    await store.collect(letters);
    const finished = await this.finish(source, received);
    await queues.remove(
      source.from,
      finished.map(({ receiptHandle }) => receiptHandle),
    );
    if (letters.some(({ replayAfterMs }) => replayAfterMs !== null)) scheduled();
    const causes = [...new Set(letters.map(({ cause }) => cause))];
    logger.warn({ queue: source.queue, count: letters.length, causes }, 'dead letters were collected');
  }

  private collected({ queue }: LetterSource, letter: ReceivedLetter): CollectedLetter {
    const { attributes, body, messageId } = letter;
    const replays = replaysOf(attributes);
    return {
      ...{ messageId, queue, body, attributes, replays, cause: causeOf(attributes[REASON_ATTRIBUTE]) },
      replayAfterMs: this.replayAfterMs(queue, body, replays),
    };
  }

  /** Quotes are worthless by now, what breaks its schema stays broken, and the operators' letters are the operators'. */
  private replayAfterMs(queue: string, body: string, replays: number): number | null {
    const { random, routes } = this.parts;
    if (!isIssuanceQueue(routes, queue) || issuanceOf(body) === undefined) return null;
    return replays < MAX_REPLAYS ? replayDelayMs(replays, random) : 0;
  }

  /** Those that may be removed: all whose application knows of it, where it has to. */
  private async finish({ queue }: LetterSource, received: readonly ReceivedLetter[]): Promise<ReceivedLetter[]> {
    const { applications, logger, routes } = this.parts;
    if (queue !== routes.operatorQueue) return [...received];
    const finished: ReceivedLetter[] = [];
    for (const letter of received) {
      try {
        await applications.gaveUp(letter.body);
        finished.push(letter);
      } catch (error) {
        logger.warn(
          { err: error, messageId: letter.messageId },
          'an application does not know yet that it is given up',
        );
      }
    }
    return finished;
  }
}
