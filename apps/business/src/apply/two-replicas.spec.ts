import { eventually, InMemoryChangeMedium, inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { get, postResults } from '../testing/api-calls.js';
import { type BusinessUnderTest, startUnderTest } from '../testing/business-under-test.js';
import { Applying } from './testing/applying.js';

describe('a reader of an application on one replica', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let bus: ReturnType<InMemoryChangeMedium['open']>;
  let reading: BusinessUnderTest;
  let posting: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    const medium = new InMemoryChangeMedium();
    bus = medium.open();
    reading = await startUnderTest({ ...ports, bus });
    posting = await startUnderTest({ ...ports, bus: medium.open() });
  });
  afterEach(() => Promise.all([reading.stop(), posting.stop()]));

  /** What a read that is held at one replica is answered with, once a result was posted to the other one. */
  async function readWhile(post: (applicationId: string) => Promise<unknown>) {
    const { id, links } = await new Applying(posting).submitted();
    const look = ports.applications.load.bind(ports.applications);
    const looked = Promise.withResolvers<void>();
    ports.applications.load = async (wanted) => {
      const loaded = await look(wanted);
      looked.resolve();
      return loaded;
    };
    const read = get(reading, links.self, { 'if-none-match': '"1"', prefer: 'wait=20' }).then((response) => response);
    await looked.promise;
    await post(id);
    return read;
  }
  const pending = (applicationId: string) =>
    postResults(posting, [{ applicationId, attempt: 1, outcome: 'PENDING' }]).expect(200);

  it('sees at once what was posted to the other one', async () => {
    const { status, body } = await readWhile(pending);
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, status: 'PENDING_PARTNER' });
  });

  it('sees it all the same, a little later, when the hint was lost', async () => {
    let answered = false;
    const read = readWhile(async (id) => {
      bus.cut();
      await pending(id);
    }).then((response) => {
      answered = true;
      return response;
    });
    await eventually(() => {
      ports.clock.advance(100);
      expect(answered).toBe(true);
    });
    expect((await read).body).toMatchObject({ version: 2 });
  });
});
