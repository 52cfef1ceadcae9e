import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { eventually } from '@app/testing';

export interface ReceivedEvent {
  readonly event: string;
  readonly id: number;
  readonly data: Record<string, unknown>;
}

export interface ReadOptions {
  readonly lastEventId?: number | string;
  readonly headers?: Record<string, string>;
}

const parseEvent = (block: string): ReceivedEvent => {
  const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
  return { event: fields.event, id: Number(fields.id), data: JSON.parse(fields.data) };
};

/** A client that reads server-sent events; everything that it got is kept. */
export class EventReader {
  text = '';
  ended = false;

  private constructor(
    private readonly call: ClientRequest,
    readonly response: IncomingMessage,
  ) {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      this.text += chunk;
    });
    response.once('end', () => {
      this.ended = true;
    });
    response.on('error', () => undefined);
  }

  /** Resolves with the head of the answer. */
  static open(url: string, { lastEventId, headers = {} }: ReadOptions = {}): Promise<EventReader> {
    const resume = lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) };
    return new Promise((resolve, reject) => {
      const call = get(url, { agent: false, headers: { ...headers, ...resume } });
      call.on('error', reject);
      call.once('response', (response) => resolve(new EventReader(call, response)));
    });
  }

  get status(): number | undefined {
    return this.response.statusCode;
  }

  get events(): ReceivedEvent[] {
    const blocks = this.text.split('\n\n').slice(0, -1);
    return blocks.filter((block) => !block.startsWith(':')).map(parseEvent);
  }

  get comments(): number {
    return this.text.split('\n').filter((line) => line.startsWith(':')).length;
  }

  /** The ids of the events, each with a letter for what it is: `a2` an answer, `c4` the completion. */
  get ids(): string[] {
    return this.events.map(({ event, id }) => `${event.charAt(0)}${id}`);
  }

  /** Until the server has ended the stream. */
  async end(): Promise<this> {
    await eventually(() => {
      if (!this.ended) throw new Error(`not ended after ${this.ids.join()}`);
    });
    return this;
  }

  /** Goes away. */
  leave(): void {
    this.call.destroy();
  }
}
