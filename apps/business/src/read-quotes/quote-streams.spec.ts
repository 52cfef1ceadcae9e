import { connect, type Socket } from 'node:net';
import { answerView, quoteResult } from '@app/contracts';
import { eventually, inMemoryPorts, offer, quotedAnswer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventReader, type ReadOptions } from './testing/event-reader.js';
import { StreamsUnderTest } from './testing/streams-under-test.js';

const PARTNERS = ['acme-general', 'babbage-lovelace', 'cogwheel-direct'] as const;

describe('the events of a quote request', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let under: StreamsUnderTest;
  let readers: EventReader[];
  beforeEach(async () => {
    ports = inMemoryPorts();
    under = await StreamsUnderTest.start(ports);
    readers = [];
  });
  afterEach(async () => {
    for (const reader of readers) reader.leave();
    await under.stop();
  });

  async function open(id: string, options?: ReadOptions): Promise<EventReader> {
    const reader = await EventReader.open(`${under.origin}/${id}/events`, options);
    readers.push(reader);
    return reader;
  }
  const answer = (requestId: string, partner: string) => under.answer(quotedAnswer({ requestId, partner }));
  const shows = (reader: EventReader, ...ids: string[]) => eventually(() => expect(reader.ids).toEqual(ids));

  it('come one by one, and end with the completion', async () => {
    const id = await under.accept();
    const reader = await open(id);
    expect(reader.status).toBe(200);
    expect(reader.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-hooked': 'yes',
    });
    await answer(id, 'cogwheel-direct');
    await shows(reader, 'a2');
    await answer(id, 'acme-general');
    await reader.end();
    expect(reader.ids).toEqual(['a2', 'a3', 'c4']);
    const [first, , last] = reader.events;
    expect(first?.data).toMatchObject({ version: 2, counts: { asked: 2, quoted: 1, pending: 1 } });
    expect(answerView.parse(first?.data.answer)).toMatchObject({ partner: 'cogwheel-direct', status: 'QUOTED' });
    expect(quoteResult.shape.counts.parse(last?.data.counts)).toMatchObject({ quoted: 2, pending: 0 });
    const completedAt = '2026-11-23T10:00:00.000Z';
    expect(last?.data).toEqual({ id, status: 'COMPLETED', completedAt, version: 4, counts: last?.data.counts });
    await eventually(() => expect(under.streams.size).toBe(0));
    expect(under.watched.size).toBe(0);
  });

  it('are there already for a reader who comes late, and are the same', async () => {
    const id = await under.accept();
    const early = await open(id);
    await answer(id, 'acme-general');
    const late = await open(id);
    await answer(id, 'cogwheel-direct');
    await Promise.all([early.end(), late.end()]);
    expect(late.text).toBe(early.text);
    expect((await (await open(id)).end()).text).toBe(early.text);
  });

  it.each([0, 1, 2, 3, 4, 5])('go on without gap or duplicate for a reader who was cut off at %i', async (position) => {
    const id = await under.accept(PARTNERS);
    const whole = await open(id);
    for (const [at, partner] of PARTNERS.entries()) {
      await answer(id, partner);
      // Cut off while answers come in: the reader comes back as soon as there is what it had.
      if (position === at + 2 || (position < 2 && at === 0)) await open(id, { lastEventId: position });
    }
    await whole.end();
    const [, during] = readers;
    const resumed = await open(id, { lastEventId: position });
    const expected = ['a2', 'a3', 'a4', 'c5'].filter((name) => Number(name.slice(1)) > position);
    expect(whole.ids).toEqual(['a2', 'a3', 'a4', 'c5']);
    await during?.end();
    expect(during?.ids ?? expected).toEqual(expected);
    await resumed.end();
    expect(resumed.ids).toEqual(expected);
    expect(resumed.status).toBe(position < 5 ? 200 : 204);
  });

  it('go on after the completion with a late answer, and the completion again', async () => {
    const id = await under.accept();
    const reader = await open(id);
    ports.clock.advance(20_050);
    await reader.end();
    expect(reader.ids).toEqual(['a2', 'a3', 'c4']);
    await answer(id, 'acme-general');
    const ids = await Promise.all(
      [0, 1, 2, 3, 4].map(async (lastEventId) => (await (await open(id, { lastEventId })).end()).ids),
    );
    expect(ids).toEqual([
      ['a3', 'a5', 'c5'],
      ['a3', 'a5', 'c5'],
      ['a3', 'a5', 'c5'],
      ['a5', 'c5'],
      ['a5', 'c5'],
    ]);
    const [resumed] = readers.slice(-1);
    expect(resumed?.events[0]?.data).toMatchObject({ answer: { late: true }, counts: { timedOut: 1, quoted: 1 } });
    expect((await open(id, { lastEventId: 5 })).status).toBe(204);
  });

  it('are none, without a body, for a reader who has everything of a complete request', async () => {
    const id = await under.accept(['acme-general']);
    await answer(id, 'acme-general');
    const reader = await open(id, { lastEventId: 3 });
    await reader.end();
    expect({ status: reader.status, text: reader.text }).toEqual({ status: 204, text: '' });
    expect(under.left).toBe(0);
  });

  it.each(['', 'x', '-1', '1.5', '0x1', '1e3', '1, 2'])('refuse %p as a position', async (lastEventId) => {
    const reader = await open(await under.accept(), { lastEventId });
    await reader.end();
    expect(reader.status).toBe(422);
    expect(JSON.parse(reader.text)).toMatchObject({
      code: 'validation-failed',
      errors: [{ pointer: '/header/Last-Event-ID' }],
    });
  });

  it('are not there for an unknown request', async () => {
    expect((await open('01989d1a-0000-7000-8000-000000000000')).status).toBe(404);
    await eventually(() => expect(under.watched.size).toBe(0));
  });

  it('are kept alive by a comment every 15 seconds, all of them by one timer', async () => {
    const id = await under.accept();
    const streams = await Promise.all([open(id), open(id), open(await under.accept())]);
    // The timer of the comments, the pulse of those who wait, and the deadlines of two requests.
    expect(ports.clock.sleeping).toBe(4);
    ports.clock.advance(14_999);
    ports.clock.advance(1);
    await eventually(() => expect(streams.map(({ comments }) => comments)).toEqual([1, 1, 1]));
    await answer(id, 'acme-general');
    await shows(streams[0], 'a2');
    expect(streams[0].text.startsWith(': keep-alive\n\nevent: answer\nid: 2\ndata: {')).toBe(true);
  });

  it('cost one look at the store for all who wait, held reads too', async () => {
    const id = await under.accept();
    const streams = await Promise.all([open(id), open(id)]);
    const held = under.held.untilCompleted(id, { waitMs: 20_000, gone: new AbortController().signal });
    await eventually(() => expect(under.looks).toBe(1));
    await eventually(() => expect(ports.clock.sleeping).toBe(4));
    under.looks = 0;
    ports.clock.advance(20_050);
    await Promise.all(streams.map((reader) => reader.end()));
    expect(await held).toMatchObject({ version: 4 });
    expect(under.looks).toBe(1);
  });

  it('let their readers out of the gate before they wait', async () => {
    await open(await under.accept());
    expect(under.left).toBe(1);
  });

  it('end at once when the service stops, and nobody is let in any more', async () => {
    const id = await under.accept();
    const streams = await Promise.all([open(id), open(id)]);
    await under.streams.stop();
    await Promise.all(streams.map((reader) => reader.end()));
    expect(under.streams.size).toBe(0);
    const refused = await open(id);
    expect(refused.status).toBe(503);
    expect(refused.response.headers['retry-after']).toBe('1');
    expect(ports.clock.sleeping).toBe(0);
  });

  it('end when the store has lost the request', async () => {
    const id = await under.accept();
    const reader = await open(id);
    under.store.read = async () => undefined;
    under.watched.missed();
    await reader.end();
    expect(reader.ids).toEqual([]);
  });

  it('end also when the store has lost the request while they begin', async () => {
    const id = await under.accept();
    const plain = under.store.read.bind(under.store);
    const looked = Promise.withResolvers<void>();
    const beginning = Promise.withResolvers<void>();
    under.store.read = async (wanted) => {
      looked.resolve();
      await beginning.promise;
      return plain(wanted);
    };
    const opening = open(id);
    await looked.promise;
    under.store.read = async () => undefined;
    under.watched.missed();
    await eventually(() => expect(under.looks).toBe(1));
    beginning.resolve();
    expect((await (await opening).end()).ids).toEqual([]);
  });

  it('stop costing anything when their reader goes away', async () => {
    const reader = await open(await under.accept());
    reader.leave();
    await eventually(() => expect(under.streams.size).toBe(0));
    expect({ watched: under.watched.size, sleeping: ports.clock.sleeping }).toEqual({ watched: 0, sleeping: 0 });
  });

  it('are answered with the head alone when only that is asked for', async () => {
    const response = await fetch(`${under.origin}/${await under.accept()}/events`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await eventually(() => expect(under.streams.size).toBe(0));
  });
});

describe('too many streams', () => {
  it('are refused as overload, until one ends', async () => {
    const under = await StreamsUnderTest.start(inMemoryPorts(), { maxStreams: 1 });
    const url = `${under.origin}/${await under.accept()}/events`;
    const first = await EventReader.open(url);
    const refused = await EventReader.open(url);
    expect(refused.status).toBe(503);
    expect(refused.response.headers['retry-after']).toBe('1');
    first.leave();
    await eventually(async () => {
      const next = await EventReader.open(url);
      next.leave();
      expect(next.status).toBe(200);
    });
    await under.stop();
  });
});

describe('a reader that takes nothing', () => {
  /** Larger than what the system buffers for a socket. */
  const HUGE = 8_000_000;
  let ports: ReturnType<typeof inMemoryPorts>;
  let under: StreamsUnderTest;
  let slow: Socket;
  let id: string;
  beforeEach(async () => {
    ports = inMemoryPorts();
    under = await StreamsUnderTest.start(ports);
    id = await under.accept(PARTNERS);
    slow = connect(Number(new URL(under.origin).port), '127.0.0.1');
    slow.on('error', () => undefined);
    slow.pause();
    slow.write(`GET /${id}/events HTTP/1.1\r\nhost: x\r\n\r\n`);
    await eventually(() => expect(under.left).toBe(1));
  });
  afterEach(async () => {
    slow.destroy();
    await under.stop();
  });

  const huge = (partner: string) =>
    quotedAnswer({ requestId: id, partner, offers: [offer({ planName: 'x'.repeat(HUGE) })] });

  it('holds up nobody, is sent nothing more, and gets the rest when it takes it', async () => {
    const other = await EventReader.open(`${under.origin}/${id}/events`);
    for (const partner of PARTNERS) await under.answer(huge(partner));
    await other.end();
    expect(other.ids).toEqual(['a2', 'a3', 'a4', 'c5']);
    expect(under.buffered).toBeGreaterThan(0);
    expect(under.buffered).toBeLessThan(1.1 * HUGE);
    let text = '';
    slow.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    slow.resume();
    await eventually(() => expect(text).toContain('event: completed'));
    expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, version]) => version)).toEqual(['2', '3', '4', '5']);
  });

  it('is cut off after a minute', async () => {
    await under.answer(huge('acme-general'));
    for (let beat = 0; beat < 4; beat += 1) {
      expect(under.streams.size).toBe(1);
      ports.clock.advance(15_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await eventually(() => expect(under.streams.size).toBe(0));
  });

  it('does not hold up the end of the service', async () => {
    await under.answer(huge('acme-general'));
    const stopped = under.streams.stop();
    ports.clock.advance(1_000);
    await stopped;
    await eventually(() => expect(under.streams.size).toBe(0));
  });
});
