import { eventually, inMemoryPorts, quotedAnswer } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, postAnswers, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, startUnderTest } from '../testing/business-under-test.js';

describe('completion without a reader', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  beforeEach(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
  });
  afterEach(() => business.stop());

  const inTime = (expectation: () => void) =>
    eventually(expectation, { pause: async () => ports.clock.advance(20), attempts: 2_000 });
  const completions = () => ports.publisher.events('quote.completed.v1');

  it('happens at the deadline, and everybody is told', async () => {
    const { id, eta } = await accepted(business, requestToTwo());
    await inTime(() => expect(completions()).toMatchObject([{ subject: id, data: { completedAt: eta } }]));
    const late = ports.clock.now().getTime() - Date.parse(eta);
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(500);
    expect(ports.publisher.events('quote.answered.v1')).toMatchObject([
      { data: { status: 'TIMED_OUT' } },
      { data: { status: 'TIMED_OUT' } },
    ]);
  });

  it('happens once for a request that was answered in time', async () => {
    const { id } = await accepted(business, requestToTwo());
    const answers = ['acme-general', 'cogwheel-direct'].map((partner) => quotedAnswer({ requestId: id, partner }));
    await postAnswers(business, answers).expect(200);
    const { eta } = await accepted(business, requestToTwo());
    await inTime(() => expect(completions()).toHaveLength(2));
    expect(ports.clock.now().getTime()).toBeGreaterThan(Date.parse(eta));
  });

  it('also reaches requests that another process accepted', async () => {
    const { id } = await accepted(business, requestToTwo());
    await business.stop();
    const store = ports.store();
    business = await startUnderTest({ ...ports, openStore: () => store });
    await inTime(() => expect(completions()).toMatchObject([{ subject: id }]));
  });
});
