import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

const queueList = z.object({
  items: z.array(
    z.object({ name: z.string(), visible: z.int().nullable(), inFlight: z.int().nullable(), deadLetters: z.int() }),
  ),
});

export type QueueState = z.infer<typeof queueList>['items'][number];

/** Somebody with the operators' key. */
export class Operators {
  constructor(private readonly stack: { readonly api: string; readonly opsKey: string | null }) {}

  async queue(name: string): Promise<QueueState> {
    const { items } = queueList.parse(await this.call('GET', '/v1/ops/queues?limit=100'));
    const found = items.find((queue) => queue.name === name);
    if (found === undefined) throw new Error(`There is no queue ${name}`);
    return found;
  }

  /** Looks until the queue is so. Rejects when it is not in time. */
  async untilQueue(name: string, isSo: (queue: QueueState) => boolean, withinMs = 60_000): Promise<void> {
    let last: QueueState | undefined;
    for (const until = Date.now() + withinMs; Date.now() < until; await delay(100)) {
      last = await this.queue(name).catch(() => last);
      if (last !== undefined && isSo(last)) return;
    }
    throw new Error(`Queue ${name} is ${JSON.stringify(last)} after ${withinMs} ms`);
  }

  async setPartner(partner: string, state: 'AUTO' | 'OFFLINE'): Promise<void> {
    await this.call('PUT', `/v1/ops/partners/${partner}/state`, { state, reason: 'a test' });
  }

  async replay(queue: string, ratePerSecond: number): Promise<void> {
    await this.call('POST', '/v1/ops/dead-letters/replays', { queue, ratePerSecond });
  }

  private async call(method: string, path: string, body?: object): Promise<unknown> {
    const { api, opsKey } = this.stack;
    const headers = { authorization: `Bearer ${opsKey}`, 'content-type': 'application/json' };
    const response = await fetch(`${api}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}
