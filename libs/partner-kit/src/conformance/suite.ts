import type { PartnerReply } from '@app/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AdapterUnderTest } from './adapter-under-test.js';
import { isLeftOut, type OrReason, type WireAnswers } from './described.js';
import type { PartnerDescription, Refusal, Unsound } from './partner-description.js';
import { givenAway, personalIn, withContacts } from './personal-data.js';
import { policyConformance } from './policy-suite.js';
import { saysWhy } from './says-why.js';
import { TRANSPORT_FAULTS } from './transport-faults.js';
import type { WireAnswer } from './wire-answer.js';

/** How long a partner that never answers is waited for: the deadline of the call, nothing else, ends that. */
const SOON_MS = 400;

interface Suite {
  readonly description: PartnerDescription;
  readonly adapter: () => AdapterUnderTest;
  /** One quote call that the partner answers like this. */
  readonly ask: (request: PartnerDescription['examples'][0]['request'], answer: WireAnswers) => Promise<PartnerReply>;
  /** A quote call for the first example, of somebody who told everything, that is answered like this. */
  readonly askAnswered: (answer: WireAnswer) => Promise<PartnerReply>;
}

function mappings({ description, adapter, ask }: Suite): void {
  const { examples, declines, readCall } = description;

  it.each(examples)('reads $name as it is meant', async ({ request, answer, reply, asks }) => {
    expect(await ask(request, answer)).toMatchObject(reply);
    const [call] = adapter().partner.calls;
    if (asks !== undefined) expect(call && readCall(call)).toEqual(asks);
  });

  it.each(declines)('reads $code as a decline of category $category', async ({ code, request, answer, category }) => {
    const declined = { outcome: 'ANSWERED', status: 'DECLINED', offers: [] };
    const reply = await ask(request, answer);
    expect(reply).toMatchObject({ ...declined, declines: [{ code, category, source: 'PARTNER' }] });
  });
}

function callsItMakes({ description, adapter, ask }: Suite): void {
  const { examples, needs, isAuthenticated, readCall } = description;
  const [first] = examples;
  const quoteCalls = () => adapter().partner.calls;

  it('authenticates every call', async () => {
    await ask(first.request, first.answer);
    await ask(first.request, first.answer);
    expect(quoteCalls().map(isAuthenticated)).toEqual(quoteCalls().map(() => true));
  });

  it('asks the same when it is asked the same twice, and numbers the offers apart', async () => {
    const replies = [await ask(first.request, first.answer), await ask(first.request, first.answer)];
    const questions = quoteCalls().map(readCall);
    expect(questions.slice(questions.length / 2)).toEqual(questions.slice(0, questions.length / 2));
    const offers = replies.flatMap((reply) => (reply.outcome === 'ANSWERED' ? reply.offers : []));
    expect(new Set(offers.map(({ offerId }) => offerId)).size).toBe(offers.length);
  });

  it.each(examples)('gives away no personal data that it need not for $name', async ({ request, answer }) => {
    const told = withContacts(request);
    await ask(told, answer);
    expect(quoteCalls().flatMap((call) => givenAway(call, told, needs))).toEqual([]);
  });
}

function callsItSaves({ description, adapter, ask }: Suite): void {
  const { examples, notAsked } = description;
  const requests = isLeftOut(notAsked) ? [] : notAsked;
  if (isLeftOut(notAsked)) saysWhy('requests it is not asked for', notAsked.leftOut);

  for (const { what, request } of requests)
    it(`is not asked for ${what}`, async () => {
      const unsupported = { status: 'DECLINED', declines: [{ source: 'PLATFORM', category: 'UNSUPPORTED' }] };
      expect(await ask(request, examples[0].answer)).toMatchObject(unsupported);
      expect(adapter().partner.calls).toEqual([]);
    });
}

function refusals({ description, adapter, askAnswered }: Suite): void {
  const { examples, rateLimit } = description;
  const title = 'reads $answer.status $code as $category, retryable $retryable';

  it.each(description.refusals)(title, async ({ answer, category, retryable, calls = 1 }: Refusal) => {
    const reply = await askAnswered(answer);
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category, retryable } });
    expect(adapter().partner.calls).toHaveLength(calls);
    expect(personalIn(JSON.stringify(reply), withContacts(examples[0].request))).toEqual([]);
  });

  if (isLeftOut(rateLimit)) saysWhy('a rate limit', rateLimit.leftOut);
  else
    it('passes on how long it is to be left alone', async () => {
      const error = { category: 'RATE_LIMITED', retryable: true, retryAfterMs: rateLimit.retryAfterMs };
      expect(await askAnswered(rateLimit.answer)).toMatchObject({ outcome: 'FAILED', error });
    });
}

/** Nobody can add a code to the registry without saying here how it comes. */
function codesOfTheRegistry({ description }: Suite): void {
  const { adapter, refusals: rows, declines, codesLeftOut } = description;
  const { errorCodes, declineCodes } = adapter.manifest;
  for (const { because, codes } of codesLeftOut) saysWhy(codes.join(', '), because);

  it('shows every error code and every decline code of the registry', () => {
    const shown = [...rows, ...declines].map(({ code }) => code);
    const known = [...shown, ...codesLeftOut.flatMap(({ codes }) => codes)];
    const all = [...Object.keys(errorCodes), ...Object.keys(declineCodes)];
    expect(all.filter((code) => !known.includes(code))).toEqual([]);
  });
}

const UNSOUND = [
  ['an error inside a success status', 'errorInSuccess'],
  ['a price in another currency', 'wrongCurrency'],
  ['sums that do not hold', 'brokenSums'],
  ['an answer to another request', 'answerToAnother'],
] as const;

function unsoundAnswers({ description, askAnswered }: Suite): void {
  for (const [what, name] of UNSOUND) {
    const given: OrReason<Unsound> = description[name];
    if (isLeftOut(given)) saysWhy(what, given.leftOut);
    else
      it(`makes no offer of ${what}`, async () => {
        const error = { category: given.category };
        expect(await askAnswered(given.answer)).toMatchObject({ outcome: 'FAILED', error });
      });
  }
}

function transportFaults({ description, adapter }: Suite): void {
  const { examples, faultsLeftOut = {} } = description;
  const [{ request, answer }] = examples;
  const possible = TRANSPORT_FAULTS.filter(({ name }) => !Object.hasOwn(faultsLeftOut, name));
  for (const [name, reason] of Object.entries(faultsLeftOut)) saysWhy(name, reason);

  it.each(possible)('reads $name as $category, retryable $retryable', async ({ spoil, category, retryable }) => {
    adapter().partner.onCall = (call) => spoil(answer(call));
    const reply = await adapter().ask(request, category === 'TIMEOUT' ? SOON_MS : undefined);
    expect(reply).toMatchObject({ outcome: 'FAILED', error: { category, retryable } });
    expect(adapter().partner.calls).toHaveLength(1);
  });
}

const PARTS = [mappings, callsItMakes, callsItSaves, refusals, codesOfTheRegistry, unsoundAnswers, transportFaults];

/**
 * What every partner's integration service has to do, on its own wire: run it in `partners/<slug>/conformance.spec.ts`.
 * It starts the whole service with the published sandbox credentials; nothing leaves loopback.
 */
export function partnerConformance(description: PartnerDescription): void {
  describe(`the integration service of ${description.adapter.manifest.name} conforms`, () => {
    let started: AdapterUnderTest;
    const ask: Suite['ask'] = (request, answer) => {
      started.answer(answer);
      return started.ask(request);
    };
    const askAnswered = (answer: WireAnswer) => ask(withContacts(description.examples[0].request), () => answer);

    beforeAll(async () => {
      started = await AdapterUnderTest.start(description);
    });
    beforeEach(() => {
      started.partner.calls.length = 0;
    });
    afterAll(() => started.stop());

    for (const part of PARTS) part({ description, adapter: () => started, ask, askAnswered });
    policyConformance(description);
  });
}
