import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BabbageCaller } from '../../testing/babbage-caller.js';
import { addRequest, carQuote, inquiry, rqUid, travelQuote } from '../../testing/babbage-messages.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

describe("B's stored answers", () => {
  let test: TestSandbox;
  let babbage: BabbageCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    babbage = new BabbageCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it('are given again byte for byte for 48 hours under their RqUID, whatever else the message says', async () => {
    const first = await babbage.quote();
    test.clock.advance(48 * 3_600_000 - 1);
    expect((await babbage.quote(carQuote(rqUid(1), { cover: 'LO' }))).bytes).toEqual(first.bytes);
    test.clock.advance(1);
    expect((await babbage.quote()).first('CompanysQuoteNumber')).toBe('BLQ0000002');
  });

  it.each([
    ['errors', { territory: 'XX99' }],
    ['declines', { registered: '2010-01-01' }],
  ])('are given again when they are %s, too', async (_what, wishes) => {
    const first = await babbage.quote(carQuote(rqUid(1), wishes));
    test.clock.advance(1_000);
    expect((await babbage.quote()).bytes).toEqual(first.bytes);
  });

  it('make BL-904 of the same RqUID in another type of message', async () => {
    await babbage.quote();
    for (const answer of [
      await babbage.quote(travelQuote(rqUid(1))),
      await babbage.add(addRequest('BLQ0000001', rqUid(1))),
      await babbage.inquire(inquiry('BLQ0000001', rqUid(1))),
    ]) {
      expect([answer.status, answer.first('MsgStatusCd')]).toEqual([200, 'Error']);
      expect([answer.first('ExtendedStatusCd'), answer.first('com.bl_ReasonCd')]).toEqual(['Duplicate', 'BL-904']);
    }
  });
});
