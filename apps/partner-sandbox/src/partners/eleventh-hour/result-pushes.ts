import { cutInHalf, jsonReply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import { ELEVENTH_HOUR } from './identity.js';
import type { Job } from './jobs.js';
import { Webhooks } from './webhooks.js';
import { istInstant } from './wire-forms.js';

/** Tells clients that gave a callback what became of their jobs (partners.md E.4). */
export class ResultPushes {
  readonly #webhooks: Webhooks;

  constructor(private readonly world: World) {
    this.#webhooks = new Webhooks(world);
  }

  /** Once the job is done; a job that runs for ever is never told of. */
  announce(type: 'quote.completed' | 'policy.completed', job: Job, url: string | null): void {
    const { jobId, externalRef, completion, cutWhenDone, magic } = job;
    if (completion === null || url === null) return;
    const eventId = `evt_${String(this.world.ids.next(`${ELEVENTH_HOUR.id} event`)).padStart(8, '0')}`;
    const { atMs, result } = completion;
    const event = { eventId, type, jobId, externalRef, occurredAt: istInstant(atMs), result };
    const whole = jsonReply(200, event);
    this.#webhooks.schedule({
      url,
      eventId,
      body: (cutWhenDone ? cutInHalf(whole) : whole).body,
      afterMs: atMs - this.world.now().getTime(),
      twice: magic.effect.pushesTwice ?? false,
    });
  }
}
