import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from '../access/reader.js';
import { entityTag, isNoneMatch } from './entity-tags.js';
import type { HeldReads } from './held-reads.js';
import { preferredWait } from './preferences.js';
import type { Versioned } from './versioned.js';

const MAX_WAIT_SECONDS = 20;
const A_SECOND = 1_000;

/** Aborts when the answer is sent, or when its reader goes away before. */
export function whenGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => gone.abort('answered or gone'));
  return gone.signal;
}

/**
 * `ETag`, `If-None-Match` and `Prefer: wait` of a read: the version is the tag, and a 304 is held back for as long as
 * the reader likes to wait for another one, at most 20 s.
 */
export class ConditionalReads<State extends Versioned> {
  constructor(
    /** Throws 404 for what the reader may not see. */
    private readonly readers: { read(reader: Reader): Promise<State> },
    private readonly held: HeldReads<State>,
  ) {}

  /** What to answer with; null when the reader has it already, and 304 is set. Throws 404. */
  async answer(reader: Reader, request: FastifyRequest, reply: FastifyReply): Promise<State | null> {
    const noneMatch = request.headers['if-none-match'];
    const seconds = preferredWait(request.headers.prefer, MAX_WAIT_SECONDS);
    const look = () => this.readers.read(reader);
    const isNews = ({ version }: Versioned) => !isNoneMatch(noneMatch, version);
    const current =
      seconds === undefined
        ? await look()
        : await this.held.read({
            id: reader.id,
            look,
            isNews,
            waitMs: seconds * A_SECOND,
            gone: whenGone(reply),
            // Whoever only waits must not keep others from being served.
            onWait: () => request.leaveGate(),
          });
    if (seconds !== undefined) void reply.header('preference-applied', `wait=${seconds}`);
    void reply.header('etag', entityTag(current.version));
    if (isNews(current)) return current;
    void reply.status(304);
    return null;
  }
}
