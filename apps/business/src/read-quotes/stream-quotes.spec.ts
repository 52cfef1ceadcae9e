import { eventually, inMemoryPorts, quotedAnswer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, get, postAnswers, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, KEY, OTHER_KEY, startUnderTest } from '../testing/business-under-test.js';
import { EventReader } from './testing/event-reader.js';

describe('GET /v1/quote-requests/{id}/events', () => {
  let business: BusinessUnderTest;
  let readers: EventReader[];
  beforeEach(async () => {
    readers = [];
    // One call at a time: whoever waits must not be counted as at work.
    business = await startUnderTest(inMemoryPorts(), { doors: { load: { inWork: 1, waiting: 0, waitMs: 1 } } });
  });
  afterEach(async () => {
    for (const reader of readers) reader.leave();
    await business.stop();
  });

  async function open(path: string, headers: Record<string, string> = {}): Promise<EventReader> {
    const all = { authorization: `Bearer ${KEY}`, ...headers };
    const reader = await EventReader.open(`${business.api}${path}`, { headers: all });
    readers.push(reader);
    return reader;
  }

  it('streams each answer and the completion, while others are served', async () => {
    const { id, links } = await accepted(business, requestToTwo());
    const [first, second] = [await open(links.events), await open(links.events)];
    await postAnswers(business, [quotedAnswer({ requestId: id, partner: 'acme-general' })]).expect(200);
    await eventually(() => expect(second.ids).toEqual(['a2']));
    const { body } = await get(business, links.quotes).expect(200);
    const shown = body.answers.find(({ partner }: { partner: string }) => partner === 'acme-general');
    expect(second.events[0]?.data).toEqual({ version: 2, counts: body.counts, answer: shown });
    await postAnswers(business, [quotedAnswer({ requestId: id, partner: 'cogwheel-direct' })]).expect(200);
    await Promise.all([first.end(), second.end()]);
    expect(first.text).toBe(second.text);
    expect(first.ids).toEqual(['a2', 'a3', 'c4']);
  });

  it('has the headers of every other answer', async () => {
    const { links } = await accepted(business, requestToTwo());
    const { headers } = (await open(links.events)).response;
    expect(headers).toMatchObject({ traceparent: expect.any(String), ratelimit: expect.any(String) });
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('is nobody else’s, but for whoever shows its token', async () => {
    const { links, accessToken = '' } = await accepted(business, requestToTwo());
    const other = { authorization: `Bearer ${OTHER_KEY}` };
    const statuses = [
      (await open(links.events, other)).status,
      (await open(links.events, { authorization: '' })).status,
      (await open(links.events, { ...other, 'x-access-token': accessToken })).status,
    ];
    expect(statuses).toEqual([404, 401, 200]);
  });

  it('answers with a problem document what it cannot stream', async () => {
    const { links } = await accepted(business, requestToTwo());
    const reader = await (await open(links.events, { 'last-event-id': 'first' })).end();
    expect(JSON.parse(reader.text)).toMatchObject({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/header/Last-Event-ID' }],
    });
  });

  it('ends when the service stops, which does not wait for its readers', async () => {
    const { links } = await accepted(business, requestToTwo());
    const reader = await open(links.events);
    await business.stop();
    await reader.end();
    expect(reader.ids).toEqual([]);
  });
});
