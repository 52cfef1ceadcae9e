import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EleventhHourCaller,
  eleventhHourHealthRequest,
  eleventhHourHealthWith,
  eleventhHourTermRequest,
  eleventhHourTermWith,
  requestId,
} from '../../testing/eleventh-hour-caller.js';
import { startTestSandbox, type TestSandbox } from '../../testing/test-sandbox.js';

const EXEMPT = { scheme: 'GST', percent: '0', amount: '0.00', note: 'exempt' };

/** The result of H1 as E's text prints it, but for the number (partners.md E.3). */
const H1_DONE = {
  jobId: 'ehj_00000001',
  state: 'DONE',
  result: {
    outcome: 'OFFER',
    reasons: [],
    offer: {
      offerId: 'eho_00000001',
      binding: true,
      expiresAt: '2026-12-23T15:30:04+05:30',
      currency: 'INR',
      lines: [
        { code: 'MEMBER_1', amount: '8902.92' },
        { code: 'MEMBER_2', amount: '3863.95' },
        { code: 'MEMBER_3', amount: '2419.20' },
      ],
      net: '15186.07',
      tax: EXEMPT,
      total: '15186.07',
    },
  },
};

describe("E's quote request", () => {
  let test: TestSandbox;
  let eleventhHour: EleventhHourCaller;

  const resultOf = async (body: object) => {
    const jobId = await eleventhHour.jobId(body);
    test.clock.advance(5_000);
    return (await eleventhHour.poll(jobId)).json;
  };

  beforeEach(async () => {
    test = await startTestSandbox();
    eleventhHour = new EleventhHourCaller(test.sandbox.url);
  });
  afterEach(() => test.sandbox.stop());

  it('becomes a job that is done after three seconds, with the printed result', async () => {
    test.clock.advance(1_000);
    const accepted = await eleventhHour.submit({ ...eleventhHourHealthRequest, callback: null });
    expect(accepted.status).toBe(202);
    expect(accepted.headers.get('location')).toBe('/api/v3/quote-requests/ehj_00000001');
    expect(accepted.headers.get('retry-after')).toBe('1');
    expect(accepted.json).toEqual({
      jobId: 'ehj_00000001',
      state: 'QUEUED',
      statusUrl: '/api/v3/quote-requests/ehj_00000001',
      pollAfterMs: 1000,
    });
    test.clock.advance(2_999);
    const running = await eleventhHour.poll('ehj_00000001');
    expect([running.status, running.json]).toEqual([
      200,
      { jobId: 'ehj_00000001', state: 'RUNNING', pollAfterMs: 1000 },
    ]);
    test.clock.advance(1_001);
    const done = await eleventhHour.poll('ehj_00000001');
    expect([done.status, JSON.stringify(done.json)]).toEqual([200, JSON.stringify(H1_DONE)]);
  });

  it('of a life takes five seconds, and its offer names the instalments', async () => {
    test.clock.advance(-1_000);
    const jobId = await eleventhHour.jobId(eleventhHourTermRequest);
    test.clock.advance(4_999);
    expect((await eleventhHour.poll(jobId)).json).toMatchObject({ state: 'RUNNING' });
    test.clock.advance(1_001);
    expect((await eleventhHour.poll(jobId)).json).toEqual({
      jobId,
      state: 'DONE',
      result: {
        outcome: 'OFFER',
        reasons: [],
        offer: {
          offerId: 'eho_00000001',
          binding: true,
          expiresAt: '2026-12-23T15:30:04+05:30',
          currency: 'INR',
          lines: [{ code: 'BASE', amount: '12632.90' }],
          net: '13264.56',
          tax: EXEMPT,
          total: '13264.56',
          instalments: { count: 12, amount: '1105.38', firstDue: 'ON_ISSUE' },
        },
      },
    });
  });

  it('names the instalments of a year that is paid at once, too', async () => {
    const life = eleventhHourTermWith({ frequency: 'ANNUAL' });
    const instalments = { count: 1, amount: '12632.90', firstDue: 'ON_ISSUE' };
    expect(await resultOf(life)).toMatchObject({ result: { offer: { total: '12632.90', instalments } } });
  });

  it('keeps its job under its X-Request-Id for a day, whatever a repeat says', async () => {
    const first = await eleventhHour.submit(eleventhHourHealthRequest, requestId(1));
    const repeat = await eleventhHour.submit('not json', requestId(1).toUpperCase());
    expect([repeat.status, repeat.bytes]).toEqual([202, first.bytes]);
    const other = await eleventhHour.submit(eleventhHourHealthRequest, requestId(2));
    expect(other.json).toMatchObject({ jobId: 'ehj_00000002' });
    test.clock.advance(24 * 3_600_000);
    const later = await eleventhHour.submit(eleventhHourHealthRequest, requestId(1));
    expect(later.json).toMatchObject({ jobId: 'ehj_00000003' });
  });

  it('does not store a refusal', async () => {
    expect((await eleventhHour.submit({}, requestId(1))).status).toBe(400);
    expect((await eleventhHour.submit(eleventhHourHealthRequest, requestId(1))).status).toBe(202);
  });

  it.each([
    ['EH-4003', ''],
    ['EH-4001', 'request-1'],
  ])('answers %s to the X-Request-Id %p', async (code, id) => {
    const { status, json } = await eleventhHour.submit('not json', id);
    expect([status, json]).toMatchObject([400, { errors: [{ code, target: 'X-Request-Id' }] }]);
  });

  it('reports the printed problems, all at once and at submit', async () => {
    const [someone] = eleventhHourHealthRequest.health.persons;
    const body = eleventhHourHealthWith({ persons: [{ ...someone, birthDate: '14/03/1992' }], sumInsured: '1' });
    const { status, json } = await eleventhHour.submit(body);
    const allowed = 'allowed: 500000, 1000000, 1500000, 2000000, 5000000, 10000000';
    expect([status, json]).toEqual([
      400,
      {
        errors: [
          { code: 'EH-4002', target: 'health.sumInsured', detail: allowed },
          { code: 'EH-4001', target: 'health.persons[0].birthDate', detail: 'not a date' },
        ],
        traceId: 'tr-1',
      },
    ]);
  });

  it.each([
    ['EH-4001', null, '{"line":'],
    ['EH-4001', null, '[]'],
    ['EH-4003', 'line', '{}'],
    ['EH-4002', 'line', '{"line":"TRAVEL"}'],
  ])('answers %s at %p to %s', async (code, target, body) => {
    expect((await eleventhHour.submit(body)).json).toMatchObject({ errors: [{ code, target }] });
  });

  it.each([
    ['EH-D1', { birthDate: '1950-12-01', conditions: ['CANCER'] }],
    ['EH-D2', { conditions: ['DIABETES', 'CARDIAC'] }],
  ])('is declined with %s, the first rule that applies', async (code, person) => {
    const [someone] = eleventhHourHealthRequest.health.persons;
    const done = await resultOf(eleventhHourHealthWith({ persons: [{ ...someone, ...person }] }));
    const reasons = [{ code, text: expect.any(String) }];
    expect(done).toEqual({ jobId: 'ehj_00000001', state: 'DONE', result: { outcome: 'DECLINE', reasons } });
  });

  it.each([
    ['EH-D3', { birthDate: '2008-12-02', occupationClass: 3 }],
    ['EH-D3', { birthDate: '1965-12-01' }],
    ['EH-D4', { birthDate: '1975-12-01' }],
    ['EH-D5', { occupationClass: 3, annualIncome: '0' }],
    ['EH-D6', { annualIncome: '249999' }],
  ])('of a life is declined with %s, the first rule that applies', async (code, term) => {
    const done = await resultOf(eleventhHourTermWith(term));
    expect(done).toMatchObject({ result: { outcome: 'DECLINE', reasons: [{ code }] } });
  });

  it('of a life is judged by its income, by age', async () => {
    expect(await resultOf(eleventhHourTermWith({ annualIncome: '250000' }))).toMatchObject({
      result: { outcome: 'OFFER' },
    });
    const young = eleventhHourTermWith({ birthDate: '1990-12-02', annualIncome: '200000' });
    expect(await resultOf(young)).toMatchObject({ result: { outcome: 'OFFER' } });
  });

  it.each([
    ['EH-R1', eleventhHourHealthWith({ sumInsured: '5000000' })],
    [
      'EH-R1',
      eleventhHourHealthWith({
        persons: [{ ...eleventhHourHealthRequest.health.persons[0], birthDate: '1965-12-01' }],
      }),
    ],
    ['EH-R2', eleventhHourTermWith({ sumAssured: '20000000', annualIncome: '1000000' })],
  ])('is referred with %s, with an offer that does not bind', async (code, body) => {
    expect(await resultOf(body)).toMatchObject({
      result: { outcome: 'REFER', reasons: [{ code }], offer: { binding: false, currency: 'INR' } },
    });
  });
});
