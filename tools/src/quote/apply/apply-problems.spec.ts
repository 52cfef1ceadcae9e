import { afterEach, describe, expect, it } from '@jest/globals';
import { exampleFile } from '../examples.js';
import { apiWith, referencesOf, runAt, stopApis } from '../testing/apply-run.js';
import { dearer, ISSUED } from '../testing/fake-applications.js';
import { problemOf } from '../testing/fake-quote-api.js';
import { declined, quoted, referred } from '../testing/sample-answers.js';
import type { Confirm } from './decide-price.js';

/** A whole application, with what the command fills in. */
const COMPLETE = exampleFile('application');

afterEach(stopApis);

describe('a changed price', () => {
  it('is accepted and paid when the person says so', async () => {
    const api = await apiWith([dearer(200, 250), ...ISSUED]);
    const questions: string[] = [];
    const confirm: Confirm = async (question) => questions.push(question) > 0;
    const { code, out } = await runAt(api, ['--apply'], { confirm });
    expect([code, questions]).toEqual([0, ['Accept the new price? [y/N] ']]);
    expect(out).toContain('The price has changed: ₹2.00 before, ₹2.50 now, ₹0.50 more.');
    expect(out).toContain('attempt 2  the new price is accepted; on its way to the insurer again');
    expect(api.applications.accepted).toMatchObject([{ acceptedTotalMinor: 250, payment: { amountMinor: 250 } }]);
    expect(new Set(referencesOf(api)).size).toBe(2);
  });

  it('is left alone when the person says no', async () => {
    const api = await apiWith([dearer(200, 250)]);
    const { code, err } = await runAt(api, ['--apply'], { confirm: async () => false });
    expect([code, api.applications.accepted]).toEqual([4, []]);
    expect(err).toMatch(/--accept-price.*\/acceptances \{ "acceptedTotalMinor": 250/s);
  });

  it.each([[[]], [['--json']]])('is not accepted where nobody can be asked: %j', async (args) => {
    const api = await apiWith([dearer(200, 250)]);
    const confirm = args.length === 0 ? undefined : async () => true;
    const { code, err } = await runAt(api, ['--apply', ...args], confirm === undefined ? {} : { confirm });
    expect([code, api.applications.accepted]).toEqual([4, []]);
    expect(err).toContain('--accept-price');
  });

  it('is accepted without a question with --accept-price, as often as it changes', async () => {
    const api = await apiWith([dearer(200, 250), dearer(250, 240), ...ISSUED]);
    const { code, out } = await runAt(api, ['--apply', '--accept-price']);
    expect(code).toBe(0);
    expect(api.applications.accepted).toMatchObject([
      { acceptedTotalMinor: 250, payment: { amountMinor: 250 } },
      { acceptedTotalMinor: 240, payment: { amountMinor: 240 } },
    ]);
    expect(out).toContain('₹2.40 now, ₹0.10 less');
  });
});

describe('an application without a policy', () => {
  it.each([
    ['REJECTED', 'UNDERWRITING', /says no.*₹2\.00 goes back/s],
    ['EXPIRED', 'QUOTE_EXPIRED', /offer has ended.*₹2\.00 goes back/s],
    ['NEEDS_ATTENTION', 'PAYMENT_MISMATCH', /payment right: somebody has to look.*\/resolutions/s],
  ] as const)('%s ends with the reason in words, and the way out', async (status, reason, words) => {
    const refund = status === 'NEEDS_ATTENTION' ? null : { amountMinor: 200, currency: 'INR', status: 'DUE' as const };
    const api = await apiWith([{ becomes: { status, refund }, reason }]);
    const { code, out, err } = await runAt(api, ['--apply']);
    expect(code).toBe(1);
    expect(`${out}${err}`).toMatch(words);
  });

  it('says why there is no offer to apply for', async () => {
    const api = await apiWith([], [referred('acme-general', 100), declined('dak-bungalow'), quoted('fizzbuzz', 300)]);
    const { code, out, err } = await runAt(api, ['--apply', 'acme-general', '--json']);
    expect([code, JSON.parse(out).application, api.applications.applied]).toEqual([1, null, []]);
    expect(err).toMatch(
      /no offer that can be applied for:\n {2}The acme-general {2}REFERRED {2}R99: inspection needed\n/,
    );
    expect(err).not.toContain('dak-bungalow');
  });

  it('says so when the partner was not asked', async () => {
    const { code, err } = await runAt(await apiWith([]), ['--apply', 'eleventh-hour']);
    expect([code, err]).toEqual([1, expect.stringContaining('eleventh-hour was not asked')]);
  });

  it('names the way out of an offer that has ended', async () => {
    const api = await apiWith([]);
    api.applications.refusals.push(problemOf(409, 'offer-expired'));
    const { code, err } = await runAt(api, ['--apply']);
    expect(code).toBe(1);
    expect(err).toMatch(/409, offer-expired.*\nAsk again/);
  });

  it('names the faults of the details', async () => {
    const api = await apiWith([]);
    const fault = { pointer: '/proposer/mobile', code: 'INVALID', detail: 'expected +91 and ten digits' };
    api.applications.refusals.push(problemOf(422, 'validation-failed', [fault]));
    expect(await runAt(api, ['--apply'])).toMatchObject({
      code: 1,
      err: '/proposer/mobile: expected +91 and ten digits\n',
    });
  });
});

describe('the arguments of an application', () => {
  it.each([
    [['--apply', 'nobody'], '"nobody" is no partner; there is acme-general'],
    [['--accept-price', '--document', 'x'], '--accept-price belongs to --apply\n--document belongs to --apply'],
    [['--apply', '--application', '/nowhere.json'], '--application /nowhere.json cannot be read'],
    [['--apply', '--document', '/nowhere/policy.pdf'], '--document: there is no folder /nowhere'],
    [['--apply', '--application', COMPLETE], 'leave out offerId, acceptedTotalMinor, payment'],
  ])('are checked before anything is asked: %j', async (args, words) => {
    const api = await apiWith([]);
    expect(await runAt(api, args)).toMatchObject({ code: 2, err: expect.stringContaining(words) });
    expect(api.asked).toEqual([]);
  });
});
