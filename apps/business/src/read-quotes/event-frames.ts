import type { QuoteProgress } from '@app/domain';
import { eventsAfter, type QuoteEvent } from './quote-events.js';

/** What is sent at once: a reader who was cut off in the middle of it gets all of it again. */
export interface EventFrame {
  /** The position of a reader who has it. */
  readonly version: number;
  readonly bytes: Buffer;
}

const textOf = ({ event, id, data }: QuoteEvent): string =>
  `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

/** Events of one version, a late answer and the completion after it, belong together: a position is a version. */
function frame(events: readonly QuoteEvent[]): EventFrame[] {
  const byVersion = Map.groupBy(events, ({ id }) => id);
  return [...byVersion].map(([version, of]) => ({ version, bytes: Buffer.from(of.map(textOf).join('')) }));
}

/** Events as they are sent. Readers of one request share their bytes, which go when the state they tell of goes. */
export class EventFrames {
  private readonly encoded = new WeakMap<QuoteProgress, Map<number, readonly EventFrame[]>>();

  after(progress: QuoteProgress, position: number): readonly EventFrame[] {
    if (position >= progress.version) return [];
    const ofProgress = this.encoded.get(progress) ?? new Map<number, readonly EventFrame[]>();
    this.encoded.set(progress, ofProgress);
    const frames = ofProgress.get(position) ?? frame(eventsAfter(progress, position));
    ofProgress.set(position, frames);
    return frames;
  }
}
