import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DakCaller, type DakFields, dakMotorWith } from '../../testing/dak-caller.js';
import { send } from '../../testing/http-answer.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

/** Request and success of M1 as D's text prints them, but for the number (partners.md D.2). */
const M1_REQUEST =
  'txn_ref=Q01J9D&veh_cls=PVT&cvr=P&mmv_cd=PCGUL00102&rto_cd=21012&regn1=MH&regn2=12&regn3=AB&regn4=1234' +
  '&regn_dt=15-JUN-2023&pol_start=01-DEC-2026&prev_exp=30-NOV-2026&prev_ncb=B&claim_yn=0&fuel_cd=1&idv=' +
  '&nil_dep=Y&rsa=Y&pa_own=Y&pin=411001&mob=9800000001';
const M1_ANSWER = `H|00|QUOTE OK|Q01J9D|DBQ2611230001|23-NOV-2026|07-DEC-2026|4,71,000.00
L|1|BASIC OD|13,895.00
L|2|OD DISCOUNT|4,863.00-
L|3|NCB|3,161.00-
L|4|NIL DEP|1,649.00
L|5|RSA|125.00
L|6|BASIC TP|3,416.00
L|7|PA OWNER DRIVER|325.00
T|7|11,386.00|2,049.00|13,435.00
`;

/** Lines of the text as they are sent. */
const sent = (printed: string): string => printed.replaceAll('\n', '\r\n');

describe("D's quote", () => {
  let test: TestSandbox;
  let dak: DakCaller;

  const quote = (fields: DakFields) => dak.quote(dakMotorWith(fields));

  beforeEach(async () => {
    test = await startTestSandbox();
    dak = new DakCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it('is the printed one for the printed request, byte for byte', async () => {
    const { status, headers, text } = await dak.quote(M1_REQUEST);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=ISO-8859-1']);
    expect(text).toBe(sent(M1_ANSWER));
  });

  it('is not de-duplicated', async () => {
    expect(await dak.quoteNo()).not.toBe(await dak.quoteNo());
  });

  it('has no value for liability cover', async () => {
    const { text } = await quote({ cvr: 'L' });
    expect(text).toBe(
      sent(`H|00|QUOTE OK|Q01J9D|DBQ2611230001|23-NOV-2026|07-DEC-2026|
L|1|BASIC TP|3,416.00
L|2|PA OWNER DRIVER|325.00
T|2|3,741.00|673.00|4,414.00
`),
    );
  });

  it('is the printed decline for an old vehicle', async () => {
    const { text } = await quote({ txn_ref: 'Q01J9D2', regn_dt: '01-DEC-2016', nil_dep: 'N' });
    expect(text).toBe(sent('H|10|DECLINED|Q01J9D2||||\nE|E31|mmv_cd|VEHICLE AGE EXCEEDS 10 YEARS\n'));
  });

  it.each([
    ['Q01J9D3', { rto_cd: '99999' }, 'E|E07|rto_cd|RTO CODE NOT FOUND'],
    ['Q01J9D4', { idv: '700000' }, 'E|E21|idv|IDV DEVIATION NOT ALLOWED|4,71,000.00'],
    ['Q01J9D5', { fuel_cd: '3' }, 'E|E15|fuel_cd|FUEL DOES NOT MATCH MODEL'],
    ['Q01J9D6', { pin: '' }, 'E|E01|pin|MANDATORY FIELD MISSING'],
  ])('is the printed error for %s', async (reference, fields, detail) => {
    const { status, text } = await quote({ txn_ref: reference, ...fields });
    expect(status).toBe(200);
    expect(text).toBe(sent(`H|30|INPUT ERROR|${reference}||||\n${detail}\n`));
  });

  it('does not repeat a reference that is none', async () => {
    expect((await quote({ txn_ref: 'a|b' })).text).toBe(sent('H|30|INPUT ERROR|||||\nE|E02|txn_ref|INVALID FORMAT\n'));
  });

  it('refuses a deviating value and nil depreciation before magic and decline', async () => {
    expect((await quote({ regn4: '9401', idv: '1' })).lines[1]?.[1]).toBe('E21');
    expect((await quote({ regn4: '9401', regn_dt: '01-DEC-2010' })).lines[1]?.[1]).toBe('E33');
  });

  it('prices two-wheelers too, and takes the entitled no-claims bonus from what it is told', async () => {
    const bike = { veh_cls: '2WH', mmv_cd: 'TWBAR00203', rto_cd: '31019', regn_dt: '05-MAR-2022', rsa: 'N' };
    const dates = { pol_start: '10-DEC-2026', prev_exp: '09-DEC-2026', prev_ncb: 'A' };
    expect((await quote({ ...bike, ...dates })).lines.at(-1)).toEqual(['T', '6', '2,525.00', '455.00', '2,980.00']);
    const claimed = await quote({ ...bike, ...dates, claim_yn: '1' });
    expect(claimed.lines.map((line) => line[2])).not.toContain('NCB');
  });

  it('fails in the way of D when the partner is told to fail', async () => {
    const setMode = (mode: string) =>
      send(`${test.sandbox.url}/sandbox/partners/dak-bungalow/behaviour`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode }),
      });
    await setMode('down');
    expect((await dak.quote()).code).toBe('90');
    expect((await dak.quote()).text).toContain('SCHEDULED MAINTENANCE');
    await setMode('rate-limited');
    expect((await dak.quote()).text).toBe(sent('H|98|TOO MANY SESSIONS|Q01J9D||||\n'));
  });
});
