import type { IssuanceReply } from '@app/contracts';
import { type CanonicalError, type Result, refused } from '@app/domain';
import {
  checkDocument,
  type DocumentBytes,
  documentId,
  failure,
  type NotIssued,
  type PolicyOrder,
  pdfBytes,
  withoutPolicy,
} from '@app/partner-kit';
import type { FizzbuzzRefusal } from '../client.js';
import { announced, encoded, type FizzbuzzPolicy, policyState } from './wire.js';

/** F's documents come inside its answers: where one stands is how it is found again. */
const referenceAt = (index: number): string => `document/${index}`;

function issued({ policyNo, effective, documents }: FizzbuzzPolicy, { applicationId }: PolicyOrder): IssuanceReply {
  const named = documents.flatMap((document, index) => {
    const { data } = announced.safeParse(document);
    if (data === undefined) return [];
    const reference = referenceAt(index);
    const id = documentId(applicationId, reference);
    return [{ id, type: 'POLICY_SCHEDULE' as const, contentType: data.mime, reference }];
  });
  const period = effective === undefined ? {} : { period: effective };
  return { outcome: 'ISSUED', policyNumber: policyNo, ...period, documents: named.slice(0, 10) };
}

/** The result of `policy.issue` or `policy.get` as ours. One that cannot be read says nothing of the policy. */
export function fromFizzbuzz(result: unknown, order: PolicyOrder): IssuanceReply {
  const read = checkDocument(result, policyState, 200);
  if (!read.ok) return withoutPolicy(read.error);
  return read.value.state === 'PENDING' ? { outcome: 'PENDING' } : issued(read.value, order);
}

/** A refusal of `policy.issue`. `DUPLICATE` is none: there is a policy, or one is being made (errata 10). */
export function fromRefusal({ error, data }: FizzbuzzRefusal): IssuanceReply {
  const { category, partnerCode } = error;
  if (category === 'DUPLICATE')
    return data?.policyNo === undefined
      ? { outcome: 'PENDING' }
      : { outcome: 'ISSUED', policyNumber: data.policyNo, documents: [] };
  if (category !== 'PRICE_CHANGED') return withoutPolicy(error);
  if (data?.newTotalMinor !== undefined) return withoutPolicy(error, data.newTotalMinor);
  // A new price has to say how much; without that, somebody has to look at it.
  return withoutPolicy({ ...failure('PROTOCOL', `answered ${partnerCode} without a new total`), partnerCode });
}

/** A refusal of `policy.get`: there is no policy, or F did not say. */
export function fromInquiryRefusal({ error }: FizzbuzzRefusal): IssuanceReply | NotIssued {
  if (error.category === 'NOT_FOUND') return { outcome: 'NOT_ISSUED' };
  const reply = withoutPolicy(error);
  return reply.outcome === 'FAILED' ? reply : { outcome: 'UNKNOWN', error };
}

/** The document of this reference out of the result of `policy.get`. */
export function documentIn(
  result: unknown,
  policyNumber: string,
  reference: string,
): Result<DocumentBytes, CanonicalError> {
  const policy = checkDocument(result, policyState, 200);
  if (!policy.ok) return policy;
  if (policy.value.state !== 'ISSUED') return refused(failure('UNAVAILABLE', 'not issued yet', { retryable: true }));
  const { policyNo, documents } = policy.value;
  if (policyNo !== policyNumber) return refused(failure('PROTOCOL', 'answered with another policy'));
  const found = documents.find((_document, index) => referenceAt(index) === reference);
  if (found === undefined) return refused(failure('NOT_FOUND', 'the policy has no such document'));
  const document = checkDocument(found, encoded, 200);
  return document.ok ? pdfBytes(Buffer.from(document.value.b64, 'base64'), 200) : document;
}
