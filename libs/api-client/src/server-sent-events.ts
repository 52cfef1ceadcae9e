import { createParser, type EventSourceMessage } from 'eventsource-parser';

async function within<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came for ${ms} ms`)), ms);
  });
  return Promise.race([promise, silence]).finally(() => clearTimeout(timer));
}

/**
 * The events of one connection, until it ends. However it ends, by the server, by a cut, or by silence for that long
 * (comments are no silence), the reader sees the end only: what was missed, a new connection brings.
 */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array>,
  silentAfterMs: number,
): AsyncGenerator<EventSourceMessage, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event) });
  const cut = { done: true, value: undefined } as const;
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), silentAfterMs).catch(() => cut);
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* events.splice(0);
    }
  } finally {
    // Closes the connection when the reader stops early.
    void reader.cancel().catch(() => undefined);
  }
}
