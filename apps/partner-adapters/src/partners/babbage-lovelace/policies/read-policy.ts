import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import { checkDocument, failure, type PartnerResponse, type PlainXml } from '@app/partner-kit';
import type { BabbageQuestion } from '../acord.js';
import { rejection, statusRefusal } from '../errors.js';
import { answerTo } from '../message-status.js';
import type { Received } from '../read-answer.js';
import { type BabbagePolicy, changedTotal, namedPolicy, policyHead, policyState, stateOf } from './wire.js';

/** A refused Add or inquiry, and what B says with it. */
export interface BabbagePolicyRefusal {
  readonly error: CanonicalError;
  /** With BL-907, in paise. */
  readonly newTotalMinor?: number | undefined;
  /** With BL-905. */
  readonly policyNumber?: string | undefined;
}

const fault = (error: CanonicalError): Result<never, BabbagePolicyRefusal> => refused({ error });

const unusable = (what: string, { status: httpStatus }: PartnerResponse) =>
  fault(failure('PROTOCOL', `answered ${httpStatus} ${what}`, { httpStatus }));

/** What stands in an `Error` beside its status; nothing of it is needed to know what the error is. */
const besides = (answer: PlainXml | undefined): Omit<BabbagePolicyRefusal, 'error'> => ({
  newTotalMinor: changedTotal.safeParse(answer).data,
  policyNumber: namedPolicy.safeParse(answer).data,
});

function readState(
  answer: PlainXml | undefined,
  response: PartnerResponse,
): Result<BabbagePolicy, BabbagePolicyRefusal> {
  const read = checkDocument(answer, policyState, response.status);
  if (!read.ok) return fault(read.error);
  const { PersPolicy, FileAttachmentInfo } = read.value;
  const state = stateOf(PersPolicy.PolicyStatusCd);
  if (state !== 'ISSUED') return ok({ state });
  const { PolicyNumber: policyNumber, ContractTerm: period } = PersPolicy;
  if (policyNumber === undefined) return unusable('with an issued policy without its number', response);
  const document = FileAttachmentInfo.find(({ MIMEContentTypeCd }) => MIMEContentTypeCd === 'application/pdf');
  return ok({ state, policyNumber, period, document: document?.['com.bl_Base64Content'] });
}

/** The answer to an Add or an inquiry: how the policy stands, or the refusal. */
export function readPolicy(
  { name, rqUid }: BabbageQuestion,
  { response, message }: Received,
): Result<BabbagePolicy, BabbagePolicyRefusal> {
  const answer = answerTo(name, message);
  const head = checkDocument(answer, policyHead, response.status);
  if (!head.ok) return fault(head.error);
  const { RqUID, MsgStatus: status } = head.value;
  const isError = status.MsgStatusCd === 'Error';
  // An error that could not read our id repeats none.
  if (RqUID !== rqUid && !(isError && RqUID === undefined)) return unusable('another request', response);
  if (isError) return refused({ error: statusRefusal(response, status), ...besides(answer) });
  if (status.MsgStatusCd === 'Rejected') return fault(rejection(response, status));
  return status.MsgStatusCd === 'ResponsePending' ? ok({ state: 'PENDING' }) : readState(answer, response);
}
