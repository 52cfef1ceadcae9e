import type { IssuanceReply } from '@app/contracts';
import { type CanonicalError, type Result, refused } from '@app/domain';
import {
  checkDocument,
  type DocumentBytes,
  failure,
  type NotIssued,
  type PolicyOrder,
  pdfBytes,
  policyIssued,
  policySchedule,
  unsaid,
  withoutPolicy,
} from '@app/partner-kit';
import type { FizzbuzzRefusal } from '../client.js';
import { announced, encoded, type FizzbuzzPolicy, policyState } from './wire.js';

/** F's documents come inside its answers: where one stands is how it is found again. */
const referenceAt = (index: number): string => `document/${index}`;

function issued({ policyNo, effective, documents }: FizzbuzzPolicy, { applicationId }: PolicyOrder): IssuanceReply {
  const named = documents.flatMap((document, index) =>
    announced.safeParse(document).success ? [policySchedule(applicationId, referenceAt(index))] : [],
  );
  return policyIssued({ policyNumber: policyNo, period: effective, documents: named });
}

/** The result of `policy.issue` or `policy.get` as ours. One that cannot be read says nothing of the policy. */
export function fromFizzbuzz(result: unknown, order: PolicyOrder): IssuanceReply {
  const read = checkDocument(result, policyState, 200);
  if (!read.ok) return withoutPolicy(read.error);
  return read.value.state === 'PENDING' ? { outcome: 'PENDING' } : issued(read.value, order);
}

/** A refusal of `policy.issue`. `DUPLICATE` is none: there is a policy, or one is being made (errata 10). */
export function fromRefusal({ error, data }: FizzbuzzRefusal): IssuanceReply {
  if (error.category !== 'DUPLICATE') return withoutPolicy(error, data?.newTotalMinor);
  return data?.policyNo === undefined ? { outcome: 'PENDING' } : policyIssued({ policyNumber: data.policyNo });
}

/** A refusal of `policy.get`: there is no policy, or F did not say. */
export const fromInquiryRefusal = ({ error }: FizzbuzzRefusal): IssuanceReply | NotIssued =>
  error.category === 'NOT_FOUND' ? { outcome: 'NOT_ISSUED' } : unsaid(error);

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
