import type { World } from '../partner.js';
import { signatureOf, WEBHOOK_SECRET } from './signature.js';

/** One result on its way to the client (partners.md E.4). */
export interface Push {
  readonly url: string;
  readonly eventId: string;
  readonly body: Buffer;
  readonly afterMs: number;
  /** Attempt 2 follows whatever became of the first. */
  readonly twice: boolean;
}

const REDELIVERIES = [
  { attempt: 2, afterMs: 5_000 },
  { attempt: 3, afterMs: 25_000 },
];
const SECOND_PUSH_AFTER_MS = 50;
const ANSWER_WITHIN_MS = 5_000;

/** Pushes results, as often as it takes and three times at most. */
export class Webhooks {
  constructor(private readonly world: World) {}

  schedule(push: Push): void {
    this.world.inBackground((stopped) => this.#deliver(push, stopped));
  }

  async #deliver(push: Push, stopped: AbortSignal): Promise<void> {
    await this.world.wait(push.afterMs, stopped);
    let delivered = push.twice ? await this.#pushTwice(push, stopped) : await this.#attempt(push, 1, stopped);
    for (const { attempt, afterMs } of REDELIVERIES.slice(push.twice ? 1 : 0)) {
      if (delivered || stopped.aborted) return;
      await this.world.wait(afterMs, stopped);
      delivered = await this.#attempt(push, attempt, stopped);
    }
  }

  async #pushTwice(push: Push, stopped: AbortSignal): Promise<boolean> {
    const first = this.#attempt(push, 1, stopped);
    await this.world.wait(SECOND_PUSH_AFTER_MS, stopped);
    const outcomes = await Promise.all([first, this.#attempt(push, 2, stopped)]);
    return outcomes.includes(true);
  }

  /** True when the client took it in time. Redirects are not followed, answers not read. */
  async #attempt({ url, eventId, body }: Push, attempt: number, stopped: AbortSignal): Promise<boolean> {
    if (stopped.aborted) return false;
    const answered = new AbortController();
    const late = new AbortController();
    const timer = this.world.wait(ANSWER_WITHIN_MS, AbortSignal.any([stopped, answered.signal]));
    void timer.then(() => late.abort());
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: this.#headers(eventId, attempt, body),
        body: new Uint8Array(body),
        redirect: 'manual',
        signal: late.signal,
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    } finally {
      answered.abort();
    }
  }

  #headers(eventId: string, attempt: number, body: Buffer): Record<string, string> {
    const unixSeconds = Math.floor(this.world.now().getTime() / 1_000);
    return {
      'content-type': 'application/json',
      'x-eh-event-id': eventId,
      'x-eh-delivery-attempt': String(attempt),
      'x-eh-signature': signatureOf(unixSeconds, body, WEBHOOK_SECRET),
    };
  }
}
