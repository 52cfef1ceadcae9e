import { expect, it } from '@jest/globals';
import { policySchedule } from '../issuance/policy-schedule.js';
import { hangUp, text } from '../testing/fake-answers.js';
import { isLeftOut } from './described.js';
import { issueCalls, type PolicySuite } from './policy-suite-parts.js';
import { saysWhy } from './says-why.js';
import { TRANSPORT_FAULTS, type TransportFault } from './transport-faults.js';

/** How long a partner that never answers is waited for: the deadline of the call, nothing else, ends that. */
const SOON_MS = 400;

/** Of all that can go wrong on the way only 503 says that nothing was done. */
const outcomeOf = ({ name }: TransportFault): string => (name === 'HTML with 503' ? 'FAILED' : 'UNKNOWN');

export function faultsOnTheWay(suite: PolicySuite): void {
  const { policies, hasty } = suite;
  const { examples, isIssue, faultsLeftOut = {} } = policies;
  const [{ order, answer }] = examples;
  const possible = TRANSPORT_FAULTS.filter(({ name }) => !Object.hasOwn(faultsLeftOut, name));
  for (const [name, reason] of Object.entries(faultsLeftOut)) saysWhy(name, reason);

  it.each(possible)('knows not more than it can of $name', async (fault) => {
    hasty().partner.onCall = (call) => (isIssue(call) ? fault.spoil(answer(call)) : hasty().given(answer(call)));
    const reply = await hasty().policies.issue(order, {
      withinMs: fault.category === 'TIMEOUT' ? SOON_MS : undefined,
    });
    expect(reply).toMatchObject({ outcome: outcomeOf(fault), error: { category: fault.category } });
    expect(issueCalls(suite, hasty())).toHaveLength(1);
  });
}

const NO_DOCUMENT = [
  ['HTML with a success status', text(200, 'text/html', '<html></html>'), 'PROTOCOL'],
  ['HTML with 503', text(503, 'text/html', '<html></html>'), 'UNAVAILABLE'],
  ['a closed connection', hangUp, 'TIMEOUT'],
] as const;

export function documents({ policies, hasty }: PolicySuite): void {
  const { document, examples } = policies;
  if (isLeftOut(document)) {
    saysWhy('documents', document.leftOut);
    return;
  }
  const [{ order, reply }] = examples;
  const { applicationId, partnerQuoteRef } = order;
  const { policyNumber = '' } = reply;
  const call = {
    applicationId,
    partnerQuoteRef,
    policyNumber,
    document: policySchedule(applicationId, document.reference),
  };

  it('fetches the document that was announced', async () => {
    hasty().answer(document.answer);
    const fetched = await hasty().policies.fetchDocument(call);
    expect(fetched).toMatchObject({ outcome: 'FETCHED', contentType: call.document.contentType });
    const bytes = fetched.outcome === 'FETCHED' ? fetched.bytes : new Uint8Array();
    expect(Buffer.from(bytes.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
  });

  it.each(NO_DOCUMENT)('takes %s for no document', async (_what, answer, category) => {
    hasty().partner.onCall = () => answer;
    expect(await hasty().policies.fetchDocument(call)).toMatchObject({ outcome: 'FAILED', error: { category } });
  });
}
