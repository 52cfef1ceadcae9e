import { z } from 'zod';
import { ExpiringMap } from '../../state/expiring-map.js';
import type { Reply } from '../../wire/reply.js';
import type { Refusals } from './errors.js';
import type { KeyedCall } from './gate.js';
import { FIELD_CODES } from './wire-forms.js';

const HEADER = 'X-Request-Id';
const DAY_MS = 24 * 3_600_000;
const uuid = z.guid();

/** Turns the bytes of a body into an answer, under the id that the caller gave. */
type Process = (body: Buffer, requestId: string) => Reply;

/** The acceptances of one endpoint, by `X-Request-Id`; whatever else was answered is not stored (errata 2). */
export class RequestIds {
  readonly #accepted: ExpiringMap<Reply>;

  constructor(
    private readonly now: () => Date,
    private readonly refusals: Refusals,
    private readonly keptDays: number,
  ) {
    this.#accepted = new ExpiringMap(now);
  }

  /** The look-up comes before the body is parsed: a repeat may say whatever it likes (errata 1). */
  async answer(call: KeyedCall, process: Process): Promise<Reply> {
    const requestId = call.header(HEADER.toLowerCase());
    if (!requestId) return this.#refuseHeader(FIELD_CODES.missing, 'missing');
    if (!uuid.safeParse(requestId).success) return this.#refuseHeader(FIELD_CODES.form, 'not a UUID');
    const body = await call.readBody();
    const key = `${call.apiKey} ${requestId.toLowerCase()}`;
    const earlier = this.#accepted.get(key);
    if (earlier !== undefined) return { ...earlier, afterMs: 0, lost: false };
    const reply = process(body, requestId);
    if (reply.status === 202) this.#accepted.set(key, reply, this.now().getTime() + this.keptDays * DAY_MS);
    return reply;
  }

  #refuseHeader(code: string, message: string): Reply {
    return this.refusals.invalid([{ path: [HEADER], code, message }]);
  }
}
