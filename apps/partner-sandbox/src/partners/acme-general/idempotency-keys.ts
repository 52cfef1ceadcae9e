import { createHash } from 'node:crypto';
import { ExpiringMap } from '../../state/expiring-map.js';
import { parseJson } from '../../wire/json.js';
import type { PartnerCall } from '../../wire/partner-call.js';
import type { Reply } from '../../wire/reply.js';
import { problem } from './errors.js';

interface StoredAnswer {
  readonly digest: string;
  readonly reply: Reply;
}

const KEPT_MS = 24 * 3_600_000;

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

/** The answer again, at once and whatever became of it the first time. */
const replayed = ({ reply }: StoredAnswer): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'idempotent-replayed': 'true' },
  afterMs: 0,
  lost: false,
});

/** One answer per key, told apart by the bytes of the body (partners.md A.3, errata 2). */
export class IdempotencyKeys {
  readonly #running = new Set<string>();
  readonly #stored: ExpiringMap<StoredAnswer>;

  constructor(private readonly now: () => Date) {
    this.#stored = new ExpiringMap(now);
  }

  /**
   * Answers a call under a key, which is scoped by the caller. A call runs from its headers to the end of its body;
   * one that only waits for its answer to leave has been processed (errata 3).
   */
  async answer(key: string, call: PartnerCall, process: (body: unknown) => Reply): Promise<Reply> {
    const first = !this.#running.has(key);
    if (first) this.#running.add(key);
    try {
      return this.#once(key, await call.readBody(), first, process);
    } finally {
      if (first) this.#running.delete(key);
    }
  }

  /** What comes before `process` is not stored, and all that `process` answers is. */
  #once(key: string, bytes: Buffer, first: boolean, process: (body: unknown) => Reply): Reply {
    const body = parseJson(bytes);
    if (body === undefined) return problem('MALFORMED_JSON');
    const digest = digestOf(bytes);
    const stored = this.#stored.get(key);
    if (stored !== undefined) return stored.digest === digest ? replayed(stored) : problem('IDEMPOTENCY_KEY_REUSED');
    if (!first) return problem('REQUEST_IN_PROGRESS');
    const reply = process(body);
    this.#stored.set(key, { digest, reply }, this.now().getTime() + KEPT_MS);
    return reply;
  }
}
