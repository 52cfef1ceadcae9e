import type { AnswerRow, PartnerAnswer, QuoteChange, QuoteProgress, RecordResult } from '@app/domain';
import type { Acceptance, Clock, IdempotencyKey, NewQuoteRequest, OutboxMessage, QuoteContent } from '@app/ports';
import type { Redis } from 'ioredis';
import { askRedis } from './ask-redis.js';
import { QuoteKeys } from './quote-keys.js';
import { ACCEPT, CHANGE, KEEP_UNSTORED, MOST_WITH_ONE_OFFER } from './quote-scripts.js';

export interface QuoteRecordsParts {
  readonly redis: Redis;
  /** The stores' common clock. */
  readonly clock: Clock;
  /** How long the messages of a change stay with the process that made it, in milliseconds. */
  readonly leaseMs: number;
  /** How long a request lives from when it is accepted, and all that belongs to it, in milliseconds. */
  readonly ttlMs: number;
  /** Separates stores in one Redis; default `quotes`. */
  readonly space?: string;
}

export interface UnstoredAnswer {
  readonly answer: PartnerAnswer;
  readonly result: RecordResult;
}

interface StoredContent extends Pick<QuoteContent, 'request'> {
  readonly sealed: string;
}

const KEY_LIVES_MS = 86_400_000;
const MOST_UNSTORED = 1_000;

const flag = (is: boolean): string => (is ? '1' : '0');
const isWithdrawn = ({ consentWithdrawnAt }: QuoteProgress): string => flag(consentWithdrawnAt !== null);

const messageArgs = (requestId: string, messages: readonly OutboxMessage[]): string[] =>
  messages.flatMap((message) => {
    const isRevocable = message.revocable && message.correlationId === requestId;
    return [message.id, JSON.stringify(message), flag(isRevocable)];
  });

/** Quote requests as Redis keeps them. Every method that writes is one script, so one round trip and one transaction. */
export class QuoteRecords {
  private readonly keys: QuoteKeys;

  constructor(private readonly parts: QuoteRecordsParts) {
    this.keys = new QuoteKeys(parts.space);
  }

  /** Rejects when there is a request or a message with one of these ids; nothing is stored then. */
  async accept(accepted: NewQuoteRequest, progress: QuoteProgress, sealed: string): Promise<Acceptance> {
    const { clientId, request, messages, idempotency } = accepted;
    const { id, version, answerDeadline, completedAt } = progress;
    const { redis, leaseMs, ttlMs } = this.parts;
    const keys = idempotency === null ? [] : [this.keys.idempotency(clientId, idempotency.key)];
    const { fingerprint = '', response = null } = idempotency ?? {};
    const args = [
      ...[leaseMs, ttlMs, id, version, JSON.stringify(progress)],
      ...[JSON.stringify(request.consent), JSON.stringify(request), sealed],
      completedAt === null ? Date.parse(answerDeadline) : '',
      ...[fingerprint, JSON.stringify(response), KEY_LIVES_MS],
      ...[...this.offerArgs(progress, progress.rows), ...messageArgs(id, messages)],
    ];
    const answer = await askRedis(redis, () => ACCEPT.run(redis, [...this.keysOf(id), ...keys], this.withTime(args)));
    const [outcome, stored]: unknown[] = Array.isArray(answer) ? answer : [];
    if (outcome === 'ACCEPTED') return { outcome, progress };
    if (outcome === 'REPLAYED') return { outcome, response: JSON.parse(String(stored)) };
    if (outcome === 'KEY_REUSED') return { outcome };
    throw new Error(`Quote request ${id} or one of its messages exists already`);
  }

  async findKey(
    clientId: string,
    { key, fingerprint }: Pick<IdempotencyKey, 'key' | 'fingerprint'>,
  ): Promise<Acceptance | undefined> {
    const { redis, clock } = this.parts;
    const name = this.keys.idempotency(clientId, key);
    const [known, response, until] = await askRedis(redis, () => redis.hmget(name, 'fingerprint', 'response', 'until'));
    if (typeof known !== 'string' || Number(until) <= clock.now().getTime()) return undefined;
    if (known !== fingerprint) return { outcome: 'KEY_REUSED' };
    return { outcome: 'REPLAYED', response: JSON.parse(String(response)) };
  }

  /** Those that are there, by id; in one round trip. */
  async load(ids: readonly string[]): Promise<Map<string, QuoteProgress>> {
    const found = await askRedis(this.parts.redis, (redis) =>
      Promise.all(ids.map((id) => redis.hget(this.keys.request(id), 'progress'))),
    );
    const requests = found.flatMap((text): QuoteProgress[] => (text === null ? [] : [JSON.parse(text)]));
    return new Map(requests.map((progress) => [progress.id, progress]));
  }

  /** Ids of the newest requests that had an offer of this id, the newest first; some of them may be gone. */
  withOffer(offerId: string): Promise<string[]> {
    const last = MOST_WITH_ONE_OFFER - 1;
    return askRedis(this.parts.redis, (redis) => redis.zrevrange(this.keys.offer(offerId), 0, last));
  }

  /** What was asked, and the sealed personal fields. */
  async content(id: string): Promise<StoredContent | undefined> {
    const stored = await askRedis(this.parts.redis, (redis) => redis.hmget(this.keys.content(id), 'request', 'sealed'));
    const [request, sealed] = stored;
    if (typeof request !== 'string' || typeof sealed !== 'string') return undefined;
    return { request: JSON.parse(request), sealed };
  }

  /** False when somebody else changed the request in the meantime, or it is gone. */
  async change({ before, after, messages }: QuoteChange<OutboxMessage>): Promise<boolean> {
    const { redis, leaseMs } = this.parts;
    const args = [
      ...[leaseMs, after.id, before.version, isWithdrawn(before), after.version, isWithdrawn(after)],
      ...[JSON.stringify(after), flag(after.completedAt !== null)],
      ...this.offerArgs(
        after,
        after.rows.filter((row) => row.version > before.version),
      ),
      ...messageArgs(after.id, messages),
    ];
    const outcome = await askRedis(redis, () => CHANGE.run(redis, this.keysOf(after.id), this.withTime(args)));
    if (outcome === 'STORED') return true;
    if (outcome === 'CHANGED') return false;
    throw new Error(`A message of quote request ${after.id} exists already`);
  }

  /** Requests that still run though their deadline has passed: the ids of the longest overdue ones. */
  overdue(limit: number): Promise<string[]> {
    const now = this.parts.clock.now().getTime();
    return askRedis(this.parts.redis, (redis) =>
      redis.zrangebyscore(this.keys.running, '-inf', `(${now}`, 'LIMIT', 0, limit),
    );
  }

  /** For ids of which there is nothing left to complete. */
  async stopWatching(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await askRedis(this.parts.redis, (redis) => redis.zrem(this.keys.running, ...ids));
  }

  async keepUnstored(unstored: readonly UnstoredAnswer[]): Promise<void> {
    const { redis, clock, ttlMs } = this.parts;
    const at = clock.now().toISOString();
    const entries = unstored.map(({ answer: { requestId, partner, answerId, status, error }, result }) =>
      JSON.stringify({ requestId, partner, answerId, status, result, category: error?.category ?? null, at }),
    );
    await askRedis(redis, () => KEEP_UNSTORED.run(redis, [this.keys.unstored], [MOST_UNSTORED, ttlMs, ...entries]));
  }

  private keysOf(id: string): string[] {
    const { outbox, running } = this.keys;
    return [...outbox, this.keys.revocable(id), this.keys.request(id), this.keys.content(id), running];
  }

  /** The keys of the offers in these rows, and when their request was made. */
  private offerArgs({ createdAt }: QuoteProgress, rows: readonly AnswerRow[]): [string, number] {
    const keys = rows.flatMap(({ offers }) => offers.map(({ offerId }) => this.keys.offer(offerId)));
    return [JSON.stringify(keys), Date.parse(createdAt)];
  }

  private withTime(args: readonly (string | number)[]): (string | number)[] {
    return [this.keys.message, this.parts.clock.now().getTime(), ...args];
  }
}
