import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BabbageCaller, POLICY_ADD, POLICY_INQ, QUOTE_INQ } from '../../testing/babbage-caller.js';
import { addRequest, carQuote, rqUid } from '../../testing/babbage-messages.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

describe("B's messages", () => {
  let test: TestSandbox;
  let babbage: BabbageCaller;

  beforeEach(async () => {
    test = await startTestSandbox();
    babbage = new BabbageCaller(test.sandbox.url, test.clock.now);
  });
  afterEach(() => test.sandbox.stop());

  it('are known by their names, not their prefixes, in any order of siblings', async () => {
    const reordered = carQuote()
      .replace(/<InsuranceSvcRq>(<RqUID>.*?<\/RqUID>)(.*)<\/InsuranceSvcRq>/s, '<InsuranceSvcRq>$2$1</InsuranceSvcRq>')
      .replaceAll(/<(\/?)([A-Z])/g, '<$1bl:$2');
    const document = babbage
      .envelope(reordered)
      .replace('<ACORD xmlns=', '<bl:ACORD xmlns:bl=')
      .replace('</ACORD>', '</bl:ACORD>')
      .replaceAll('soapenv:', 's:')
      .replace('xmlns:soapenv', 'xmlns:s');
    expect((await babbage.post(document, QUOTE_INQ)).first('MsgStatusCd')).toBe('Success');
  });

  it.each(['"urn:bl:QuoteInq"', 'urn:bl:QuoteInq'])('take the action %s', async (soapaction) => {
    expect((await babbage.post(babbage.envelope(carQuote()), '', { soapaction })).status).toBe(200);
  });

  it.each([
    ['another action', carQuote(), { soapaction: `"${POLICY_ADD}"` }],
    ['the action of a quote for an Add', addRequest('BLQ0000001'), {}],
    ['an unknown action', carQuote(), { soapaction: '"urn:bl:Claim"' }],
    ['no action', carQuote(), { soapaction: '' }],
    ['another content type', carQuote(), { 'content-type': 'application/soap+xml' }],
    ['another character set', carQuote(), { 'content-type': 'text/xml; charset=ISO-8859-1' }],
    ['an unknown message', carQuote().replaceAll('QuoteInqRq', 'ClaimRq'), {}],
    ['a message of another namespace', carQuote().replace('<PersAuto', '<PersAuto xmlns="urn:other"'), {}],
    ['nothing', '', {}],
  ])('are refused with BL-902 in a Fault for %s', async (_what, content, headers) => {
    const { status, xml } = await babbage.post(babbage.envelope(content), QUOTE_INQ, headers);
    expect(status).toBe(500);
    expect(xml).toBe(
      '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault>' +
        '<faultcode>soapenv:Client</faultcode><faultstring>Not well-formed or unknown message</faultstring>' +
        '<detail><bl:Error xmlns:bl="urn:babbage-lovelace:errors:1"><bl:Code>BL-902</bl:Code>' +
        '<bl:RetryableInd>0</bl:RetryableInd></bl:Error></detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>',
    );
  });

  it.each([
    ['BL-901', 'without an RqUID', carQuote().replace(/(QuoteInqRq>)<RqUID>.*?<\/RqUID>/, '$1')],
    ['BL-901', 'without an outer RqUID', carQuote().replace(/<RqUID>.*?<\/RqUID>/, '')],
    ['BL-903', 'with an RqUID that is no UUID', carQuote('5f0c1a52')],
    ['BL-903', 'with two RqUIDs', carQuote().replace(rqUid(1), rqUid(2))],
  ])('are refused with %s %s', async (code, _what, content) => {
    const answer = await babbage.quote(content);
    expect([answer.status, answer.first('MsgStatusCd'), answer.first('com.bl_ReasonCd')]).toEqual([200, 'Error', code]);
  });

  it('are counted as what their action says', async () => {
    await babbage.quote();
    await babbage.add(addRequest('BLQ0000001'));
    await babbage.post('<', POLICY_INQ);
    await babbage.post('<', 'urn:bl:Claim');
    expect(test.sandbox.calls().map(({ operation }) => operation)).toEqual([
      'quote',
      'issue',
      'read-policy',
      'unknown',
    ]);
    expect(test.sandbox.calls()[0]).toMatchObject({ partner: 'babbage-lovelace', reference: rqUid(1), status: 200 });
    expect(test.sandbox.calls()[1]).toMatchObject({ reference: rqUid(1) });
  });
});

describe("B's latency", () => {
  it('is that of quotes only', async () => {
    const { sandbox, clock, waits } = await startTestSandbox({ latency: { kind: 'sla' } });
    const babbage = new BabbageCaller(sandbox.url, clock.now);
    const quote = babbage.quote();
    const held = await waits.next();
    expect(held.ms).toBe(540);
    held.release();
    await quote;
    expect((await babbage.add(addRequest('BLQ0000001'))).first('MsgStatusCd')).toBe('Success');
    await sandbox.stop();
  });
});
