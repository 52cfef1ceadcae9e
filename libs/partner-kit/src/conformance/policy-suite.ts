import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Patience } from '../issuance/attempt.js';
import { hangUp } from '../testing/fake-answers.js';
import type { ReceivedCall } from '../testing/fake-partner.js';
import { AdapterUnderTest } from './adapter-under-test.js';
import { isLeftOut } from './described.js';
import type { PartnerDescription } from './partner-description.js';
import { givenAway, personalIn } from './personal-data.js';
import { detailsIn, TELLING, tellingOrder, textOf } from './policy-data.js';
import { documents, faultsOnTheWay } from './policy-faults.js';
import { issueCalls, type PolicySuite } from './policy-suite-parts.js';
import { saysWhy } from './says-why.js';

/** One try or one inquiry, so that a case shows what its answer is read as. */
const ONE_STEP: Patience = { steps: 1, baseMs: 0, capMs: 0 };
/** As in production, without the waits. */
const SEVERAL_STEPS: Patience = { steps: 4, baseMs: 0, capMs: 0 };

/** All of a call but what differs from connection to connection. */
const asSent = ({ method, path, headers, body }: ReceivedCall): unknown => {
  const { host: _, connection: __, ...own } = headers;
  return { method, path, headers: own, body };
};

function readings(suite: PolicySuite): void {
  const { policies, hasty } = suite;
  const [first] = policies.examples;

  it.each(policies.examples)('has the policy of $name issued', async ({ order, answer, reply, asks }) => {
    hasty().answer(answer);
    expect(await hasty().policies.issue(order)).toMatchObject(reply);
    const calls = issueCalls(suite, hasty());
    expect(calls).toHaveLength(1);
    if (asks !== undefined) expect(calls.map(policies.readCall)).toEqual([asks]);
  });

  // A key of its own each: an adapter may remember what became of an order.
  const refusals = policies.refusals.map((refusal, index) => ({ ...refusal, acceptances: index + 1 }));
  it.each(refusals)('reads $code as $reply.outcome', async ({ answer, reply, acceptances }) => {
    const order = tellingOrder(first.order);
    hasty().answer(answer);
    const given = await hasty().policies.issue(order, { acceptances });
    expect(given).toMatchObject(reply);
    const error = JSON.stringify('error' in given ? given.error : {});
    expect([...detailsIn(error), ...personalIn(error, order.request)]).toEqual([]);
  });

  const { pending } = policies;
  if (isLeftOut(pending)) saysWhy('a policy that takes its time', pending.leftOut);
  else
    it('reads that the policy is being made', async () => {
      hasty().answer(pending.answer);
      expect(await hasty().policies.issue(first.order)).toMatchObject({ outcome: 'PENDING' });
    });
}

/** Nobody can add an error code to the registry without saying what it means for a policy. */
function codesOfTheRegistry({ description, policies }: PolicySuite): void {
  for (const { because, codes } of policies.codesLeftOut) saysWhy(codes.join(', '), because);

  it('shows every error code of the registry', () => {
    const shown = policies.refusals.map(({ code }) => code.split(' ')[0]);
    const known = [...shown, ...policies.codesLeftOut.flatMap(({ codes }) => codes)];
    expect(Object.keys(description.adapter.manifest.errorCodes).filter((code) => !known.includes(code))).toEqual([]);
  });
}

function ordersItSends(suite: PolicySuite): void {
  const { description, policies, hasty } = suite;
  const { examples, keyOf, lastingPart = asSent, sends, needs, inquiries } = policies;
  const [{ order, answer }] = examples;
  const issued = () => issueCalls(suite, hasty());

  it('authenticates every call', async () => {
    hasty().answer(answer);
    await hasty().policies.issue(order);
    const { calls } = hasty().partner;
    expect(calls.map(description.isAuthenticated)).toEqual(calls.map(() => true));
  });

  it('sends the same order as the same bytes under the same key', async () => {
    hasty().answer(answer);
    await hasty().policies.issue(order);
    await hasty().policies.issue(order);
    const [once, twice] = issued();
    expect(twice && lastingPart(twice)).toEqual(once && lastingPart(once));
    expect(once && keyOf(once)).toBeDefined();
  });

  it('keeps its key for a later attempt, and changes it when the customer has accepted another price', async () => {
    const notIssued = isLeftOut(inquiries) ? undefined : inquiries.find(({ issues }) => issues);
    const payment = { ...order.details.payment, reference: 'PAY-ANOTHER-1' };
    hasty().answer(answer);
    await hasty().policies.issue(order);
    await hasty().policies.issue({ ...order, details: { ...order.details, payment } }, { acceptances: 1 });
    hasty().answer(notIssued?.answer ?? answer);
    await hasty().policies.issue(order, { attempt: 2 });
    const [first, accepted, later] = issued().map(keyOf);
    expect(later).toEqual(first);
    expect(accepted).not.toEqual(first);
  });

  it('sends the personal data that a policy needs, and no other', async () => {
    const told = tellingOrder(order);
    hasty().answer(answer);
    await hasty().policies.issue(told);
    const { calls } = hasty().partner;
    const sent = new Set(calls.flatMap((call) => detailsIn(textOf(call))));
    expect(Object.keys(TELLING).filter((pointer) => sent.has(pointer))).toEqual(
      Object.keys(TELLING).filter((pointer) => sends.includes(pointer)),
    );
    expect(sends.filter((pointer) => !Object.hasOwn(TELLING, pointer))).toEqual([]);
    expect(calls.flatMap((call) => givenAway(call, told.request, needs))).toEqual([]);
  });
}

function inquiriesItMakes(suite: PolicySuite): void {
  const { policies, hasty, patient } = suite;
  const { inquiries, isIssue, afterLoss, lastingPart = asSent } = policies;
  const [{ order }] = policies.examples;

  if (isLeftOut(inquiries)) saysWhy('inquiries', inquiries.leftOut);
  else
    it.each(inquiries)('asks first what became of earlier tries: $name', async ({ answer, issues, reply }) => {
      hasty().answer(answer);
      expect(await hasty().policies.issue(order, { inquireFirst: true })).toMatchObject(reply);
      const [first] = hasty().partner.calls;
      expect(first && isIssue(first)).toBe(false);
      expect(issueCalls(suite, hasty())).toHaveLength(issues ? 1 : 0);
    });

  it('finds the policy whose answer was lost, and has no other one made', async () => {
    let isLost = false;
    patient().partner.onCall = (call) => {
      const isFirst = isIssue(call) && !isLost;
      isLost ||= isFirst;
      return isFirst ? hangUp : patient().given(afterLoss.answer(call));
    };
    expect(await patient().policies.issue(order)).toMatchObject(afterLoss.reply);
    const sent = issueCalls(suite, patient()).map(lastingPart);
    expect(sent).toEqual(isLeftOut(inquiries) ? [sent[0], sent[0]] : [sent[0]]);
  });
}

const PARTS = [readings, codesOfTheRegistry, ordersItSends, inquiriesItMakes, faultsOnTheWay, documents];

/** The part of the suite about policies. */
export function policyConformance(description: PartnerDescription): void {
  describe('when it issues policies', () => {
    let hasty: AdapterUnderTest;
    let patient: AdapterUnderTest;

    beforeAll(async () => {
      hasty = await AdapterUnderTest.start(description, ONE_STEP);
      patient = await AdapterUnderTest.start(description, SEVERAL_STEPS);
    });
    beforeEach(() => {
      for (const { partner } of [hasty, patient]) partner.calls.length = 0;
    });
    afterAll(async () => {
      await hasty.stop();
      await patient.stop();
    });

    for (const part of PARTS)
      part({ description, policies: description.policies, hasty: () => hasty, patient: () => patient });
  });
}
