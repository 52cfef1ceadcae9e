import type { QuoteProgress } from '@app/domain';
import { ProblemException } from '@app/platform';
import type { Clock } from '@app/ports';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OwnReads } from '../access/own-reads.js';
import type { Reader } from '../access/reader.js';
import type { WatchedResources } from '../watch/watched-resources.js';
import { EventFrames } from './event-frames.js';
import { readLastEventId } from './last-event-id.js';
import { QuoteStream } from './quote-stream.js';

export interface QuoteStreamsParts {
  readonly readers: Pick<OwnReads<QuoteProgress>, 'read'>;
  readonly watched: WatchedResources<QuoteProgress>;
  readonly clock: Clock;
  /** Streams at once; 10,000 by default. */
  readonly maxStreams?: number;
}

const MAX_STREAMS = 10_000;
const KEEP_ALIVE_MS = 15_000;
/** After so many comments other work has its turn. */
const BEATS_IN_A_ROW = 500;
/** What a reader has not taken by then it gets elsewhere. */
const END_WITHIN_MS = 1_000;

const OVERLOADED = new ProblemException(503, 'overloaded', 'Too many readers at the moment. Try again in a moment.', {
  headers: { 'retry-after': '1' },
});

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that buffer would hold events back.
  'x-accel-buffering': 'no',
};

/** What the hooks have set goes out with the stream, too. */
function passHeaders(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
}

/** Server-sent events of quote requests. An idle stream costs its socket and a position; one timer serves them all. */
export class QuoteStreams {
  private readonly streams = new Set<QuoteStream>();
  private readonly frames = new EventFrames();
  private beating = new AbortController();
  private readonly allClosed = new AbortController();
  private stopped = false;

  constructor(private readonly parts: QuoteStreamsParts) {}

  /**
   * Sends what the reader does not have yet, then each change, and ends with the completion. 204 for a reader who has
   * everything. Throws 404, 422 and 503.
   */
  async open(reader: Reader, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const position = readLastEventId(request.headers['last-event-id']);
    const stream = this.add(reader.id, reply, position);
    const progress = await this.parts.readers.read(reader);
    this.parts.watched.changed(progress);
    stream.show(progress);
    if (stream.isOver) return void reply.status(204).send();
    if (this.stopped) throw OVERLOADED;
    request.leaveGate();
    passHeaders(reply.headers(HEADERS).hijack());
    stream.begin();
    // A HEAD request is answered with the head that a GET would get.
    if (request.method === 'HEAD') stream.end();
  }

  /** Streams that are open. */
  get size(): number {
    return this.streams.size;
  }

  /** Ends every stream, now and from now on; the readers resume elsewhere. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const stream of this.streams) stream.end();
    if (this.streams.size > 0) await this.parts.clock.sleep(END_WITHIN_MS, this.allClosed.signal);
    for (const stream of this.streams) stream.cut();
  }

  private add(id: string, { raw }: FastifyReply, position: number): QuoteStream {
    const { watched, maxStreams = MAX_STREAMS } = this.parts;
    if (this.stopped || this.streams.size >= maxStreams) throw OVERLOADED;
    const stream = new QuoteStream(raw, this.frames, position);
    // Before the first look: what changes after it must not be missed.
    const watching = watched.watch(id, (progress) => stream.show(progress));
    const close = (): void => {
      watching.stop();
      this.remove(stream);
    };
    this.streams.add(stream);
    if (this.streams.size === 1) this.startBeating();
    if (raw.destroyed) close();
    else raw.once('close', close);
    return stream;
  }

  private remove(stream: QuoteStream): void {
    this.streams.delete(stream);
    if (this.streams.size > 0) return;
    this.beating.abort('no streams');
    if (this.stopped) this.allClosed.abort('no streams');
  }

  private startBeating(): void {
    this.beating = new AbortController();
    void this.beat(this.beating.signal);
  }

  private async beat(over: AbortSignal): Promise<void> {
    const { clock } = this.parts;
    for (;;) {
      await clock.sleep(KEEP_ALIVE_MS, over);
      if (over.aborted) return;
      let inARow = 0;
      for (const stream of this.streams) {
        stream.keepAlive();
        inARow += 1;
        if (inARow % BEATS_IN_A_ROW === 0) await clock.sleep(0);
      }
    }
  }
}
