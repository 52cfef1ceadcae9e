import { eventually, quotedAnswer, type RecordingPublisher } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, get, postAnswers, postRequest, requestToTwo } from '../../testing/api-calls.js';
import { type BusinessUnderTest, KEY } from '../../testing/business-under-test.js';
import { EventReader } from './event-reader.js';

const PARTNERS = ['acme-general', 'cogwheel-direct'] as const;

/** Two replicas on one store and one bus. */
export interface Replicas {
  /** Where customers read. */
  readonly reading: BusinessUnderTest;
  /** Where answers are posted. */
  readonly posting: BusinessUnderTest;
  /** The way of the reading replica to the bus is lost. */
  cut(): void;
  /** It is there again. */
  restore(): void;
  /** Whether the reading replica is told of changes. */
  isConnected(): boolean;
  /** What asks the partners, as far as it is published. */
  readonly publisher: RecordingPublisher;
  /** Lets a little time pass. */
  pause(): Promise<void>;
  close(): Promise<void>;
}

/** What readers of one replica see of what happens at another one. */
export function twoReplicas(start: () => Promise<Replicas>): void {
  describe('a reader on one replica', () => {
    let replicas: Replicas;
    let readers: EventReader[];
    beforeEach(async () => {
      replicas = await start();
      readers = [];
      await connected(true);
    });
    afterEach(async () => {
      for (const reader of readers) reader.leave();
      await replicas.close();
    });

    const inTime = <Outcome>(probe: () => Outcome) =>
      eventually(probe, { pause: () => replicas.pause(), attempts: 1_000 });
    const connected = (expected: boolean) => inTime(() => expect(replicas.isConnected()).toBe(expected));
    const post = (requestId: string, partner: string) =>
      postAnswers(replicas.posting, [quotedAnswer({ requestId, partner })]).expect(200);
    const quotes = (id: string, headers: Record<string, string>) =>
      get(replicas.reading, `/v1/quote-requests/${id}/quotes`, headers).then((response) => response);
    const ask = async () => (await accepted(replicas.reading, requestToTwo())).id;
    async function stream(id: string): Promise<EventReader> {
      const url = `${replicas.reading.api}/v1/quote-requests/${id}/events`;
      const reader = await EventReader.open(url, { headers: { authorization: `Bearer ${KEY}` } });
      readers.push(reader);
      return reader;
    }

    it('sees at once what was posted to the other one: a stream and a held read', async () => {
      const id = await ask();
      const reader = await stream(id);
      for (const [at, partner] of PARTNERS.entries()) {
        const held = quotes(id, { 'if-none-match': `"${at + 1}"`, prefer: 'wait=20' });
        await post(id, partner);
        // No time passes here for whoever brings a clock that stands still.
        await eventually(() => expect(reader.ids).toContain(`a${at + 2}`));
        expect((await held).body).toMatchObject({ version: at === 0 ? 2 : 4, counts: { quoted: at + 1 } });
      }
      expect((await reader.end()).ids).toEqual(['a2', 'a3', 'c4']);
    });

    it('gets the result for its post when the other one has it complete', async () => {
      const posted = postRequest(replicas.reading, requestToTwo())
        .set('prefer', 'wait=10')
        .then((response) => response);
      const id = await inTime(() => {
        const [event] = replicas.publisher.events('quote.requested.v1');
        return String(event?.subject ?? expect(event).toBeDefined());
      });
      for (const partner of PARTNERS) await post(id, partner);
      const { status, body } = await posted;
      expect(status).toBe(200);
      expect(body).toMatchObject({ id, status: 'COMPLETED', counts: { quoted: 2 } });
    });

    it('sees it all the same, a little later, while the bus is away', async () => {
      const id = await ask();
      const reader = await stream(id);
      const held = quotes(id, { 'if-none-match': '"1"', prefer: 'wait=20' });
      replicas.cut();
      await connected(false);
      await post(id, 'acme-general');
      await inTime(() => expect(reader.ids).toEqual(['a2']));
      expect((await held).status).toBe(200);
      replicas.restore();
      await connected(true);
      await post(id, 'cogwheel-direct');
      await inTime(() => expect(reader.ids).toEqual(['a2', 'a3', 'c4']));
    });

    it('resumes on the other one where it was cut off', async () => {
      const id = await ask();
      const first = await stream(id);
      await post(id, 'acme-general');
      await eventually(() => expect(first.ids).toEqual(['a2']));
      await replicas.reading.stop();
      await first.end();
      const headers = { authorization: `Bearer ${KEY}` };
      const url = `${replicas.posting.api}/v1/quote-requests/${id}/events`;
      const second = await EventReader.open(url, { headers, lastEventId: 2 });
      readers.push(second);
      await post(id, 'cogwheel-direct');
      expect((await second.end()).ids).toEqual(['a3', 'c4']);
    });
  });
}
