import type { ServerResponse } from 'node:http';
import type { QuoteProgress } from '@app/domain';
import type { EventFrames } from './event-frames.js';

const KEEP_ALIVE = Buffer.from(': keep-alive\n\n');
/** A reader who takes nothing for this many beats is cut off; it resumes where it was. */
const MAX_STALLED_BEATS = 4;

type State = 'OPENING' | 'FLOWING' | 'BLOCKED' | 'ENDED';

/**
 * The events of one request on their way to one reader. Of what a slow reader has not taken yet only its position is
 * kept, and the newest state: the events are made when it takes them.
 */
export class QuoteStream {
  private state: State = 'OPENING';
  /** What the reader may not have yet. */
  private newest: QuoteProgress | undefined;
  private stalledBeats = 0;

  constructor(
    private readonly raw: ServerResponse,
    private readonly frames: EventFrames,
    private position: number,
  ) {}

  /** Undefined: the request is not in the store any more. */
  show(progress: QuoteProgress | undefined): void {
    if (progress === undefined) {
      this.end();
      return;
    }
    if (this.newest === undefined || this.newest.version < progress.version) this.newest = progress;
    if (this.state === 'FLOWING') this.send();
  }

  /** Whether the request is complete and the reader has all of it. */
  get isOver(): boolean {
    const { newest } = this;
    return newest !== undefined && newest.completedAt !== null && newest.version <= this.position;
  }

  /** Sends the headers that are set, and what is there already. */
  begin(): void {
    if (this.state === 'ENDED') {
      this.raw.end();
      return;
    }
    this.raw.flushHeaders();
    this.raw.on('drain', () => this.resume());
    this.state = 'FLOWING';
    this.send();
  }

  keepAlive(): void {
    if (this.state === 'FLOWING') this.write(KEEP_ALIVE);
    else if (this.state !== 'OPENING') this.stall();
  }

  /** The reader gets what is under way, then the end. */
  end(): void {
    const { state } = this;
    this.state = 'ENDED';
    this.newest = undefined;
    if (state === 'FLOWING' || state === 'BLOCKED') this.raw.end();
  }

  cut(): void {
    this.raw.destroy();
  }

  private stall(): void {
    this.stalledBeats += 1;
    if (this.stalledBeats >= MAX_STALLED_BEATS) this.cut();
  }

  private send(): void {
    const { newest } = this;
    if (newest === undefined) return;
    for (const { version, bytes } of this.frames.after(newest, this.position)) {
      this.position = version;
      this.write(bytes);
      if (this.state !== 'FLOWING') return;
    }
    this.newest = undefined;
    if (newest.completedAt !== null) this.end();
  }

  private resume(): void {
    if (this.state !== 'BLOCKED') return;
    this.state = 'FLOWING';
    this.stalledBeats = 0;
    this.send();
  }

  private write(bytes: Buffer): void {
    if (!this.raw.write(bytes)) this.state = 'BLOCKED';
  }
}
