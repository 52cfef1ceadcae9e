import { randomUUID } from 'node:crypto';
import type { IssuanceResult, Offer } from '@app/domain';
import { canonicalErrorOf, offer } from '@app/testing';
import request from 'supertest';
import { acceptanceOf, applicationFor } from '../../apply/testing/applying.js';
import { postResults, putDocument } from '../../testing/api-calls.js';
import type { BusinessUnderTest } from '../../testing/business-under-test.js';

export interface Applicants {
  /** Asks for quotes, and has them answered with these offers. */
  quoted(offers: readonly Offer[]): Promise<void>;
  /** Of the client that asks and applies. */
  readonly authorization: string;
  /** An id of nothing. */
  readonly nobodyKnows: string;
}

type Rest = Omit<IssuanceResult, 'applicationId' | 'attempt'>;

const NEW_TOTAL = 1_788_161;
const refused = (category: 'PRICE_CHANGED' | 'PAYMENT_MISMATCH' | 'UNDERWRITING'): Rest => ({
  outcome: 'REFUSED',
  newTotalMinor: NEW_TOTAL,
  error: canonicalErrorOf({ category, retryable: false }),
});

/** What becomes of new applications, and how many of each there are. */
const FATES: readonly { readonly count: number; readonly result: Rest | null }[] = [
  { count: 1, result: null },
  { count: 3, result: refused('PRICE_CHANGED') },
  { count: 4, result: refused('PAYMENT_MISMATCH') },
  { count: 2, result: refused('UNDERWRITING') },
];
const OFFERS_LEFT = 5;
/** However late these tests run. */
const FOR_EVER = { validUntil: '2099-01-01T00:00:00.000Z' };

async function apply({ api }: BusinessUnderTest, { authorization }: Applicants, made: Offer) {
  const post = request(api).post('/v1/applications').set({ authorization, 'idempotency-key': randomUUID() });
  const { body } = await post.send(applicationFor(made)).expect(202);
  return { id: String(body.id), accessToken: String(body.accessToken) };
}

/** Brings an application to a policy with a document. */
async function issue(business: BusinessUnderTest, applicationId: string): Promise<string> {
  const id = randomUUID();
  const documents = [{ id, type: 'POLICY_SCHEDULE', contentType: 'application/pdf' }];
  const result: IssuanceResult = { applicationId, attempt: 1, outcome: 'ISSUED', policyNumber: 'AG/PC/1', documents };
  await postResults(business, [result]).expect(200);
  await putDocument(business, applicationId, id, '%PDF-1.4').expect(204);
  return id;
}

/** New applications in every state that somebody can do something about, and offers that can still be applied for. */
export async function makeApplications(business: BusinessUnderTest, applicants: Applicants) {
  const fates = FATES.flatMap(({ count, result }) => Array.from({ length: count }, () => result));
  const toApply = [...fates, null].map(() => offer(FOR_EVER));
  const left = Array.from({ length: OFFERS_LEFT }, () => offer(FOR_EVER));
  await applicants.quoted([...toApply, ...left]);
  const made = await Promise.all(toApply.map((one) => apply(business, applicants, one)));
  const results = fates.flatMap((result, at) => {
    const applicationId = made[at]?.id ?? '';
    return result === null ? [] : [{ ...result, applicationId, attempt: 1 }];
  });
  await postResults(business, results).expect(200);
  const document = await issue(business, made.at(-1)?.id ?? '');
  return {
    ids: {
      applications: [...made.map(({ id }) => id), applicants.nobodyKnows],
      documents: [document, document, applicants.nobodyKnows],
    },
    tokens: made.map(({ accessToken }) => accessToken),
    bodies: {
      '/v1/applications': left.map((one) => applicationFor(one)),
      '/v1/applications/{id}/acceptances': Array.from({ length: 5 }, () => acceptanceOf(NEW_TOTAL)),
    },
  };
}
