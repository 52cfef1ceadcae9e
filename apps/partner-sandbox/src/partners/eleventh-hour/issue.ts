import { decimalFromMinor, ok, type Result, refused } from '@app/domain';
import { checkBody } from '../../wire/check-body.js';
import { isJsonObject, parseJson } from '../../wire/json.js';
import type { Reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import type { EleventhHourBook, Offer, Policy } from './book.js';
import type { Refusals } from './errors.js';
import type { KeyedAnswer, KeyedCall } from './gate.js';
import { ELEVENTH_HOUR } from './identity.js';
import { type IssueRequest, issueRequest } from './issue-request.js';
import type { Jobs } from './jobs.js';
import type { RequestIds } from './request-ids.js';
import type { ResultPushes } from './result-pushes.js';
import { policyReadyAfterMs } from './timing.js';
import { FIELD_CODES } from './wire-forms.js';

/** `POST /api/v3/policies` (partners.md E.5). */

export interface IssueDesk {
  readonly world: World;
  readonly refusals: Refusals;
  readonly requestIds: RequestIds;
  readonly book: EleventhHourBook;
  readonly jobs: Jobs;
  readonly pushes: ResultPushes;
}

/** Why a job ends without a policy. */
interface IssueRefusal {
  readonly code: 'EH-4091' | 'EH-4092' | 'EH-4093' | 'EH-4094' | 'EH-4095';
  readonly retryable: false;
  readonly newTotal?: string;
  readonly policyNumber?: string;
}

const refusal = (
  code: IssueRefusal['code'],
  members: Omit<IssueRefusal, 'code' | 'retryable'> = {},
): Result<never, IssueRefusal> => refused({ code, retryable: false, ...members });

/** Errata 9, in its order. What is asked of an unknown offer never becomes a job. */
function checkIssue({ book, world }: IssueDesk, request: IssueRequest): Result<Offer, IssueRefusal> {
  const offer = request.offerId;
  const policy = book.policyOfOffer(offer.offerId);
  if (policy !== undefined) return refusal('EH-4093', { policyNumber: policy.policyNumber });
  if (world.now().getTime() > offer.expiresAtMs) return refusal('EH-4091');
  if (!offer.binding) return refusal('EH-4095');
  const current = offer.payableMinor + (offer.magic.effect.priceRiseMinor ?? 0);
  if (request.total !== current) return refusal('EH-4092', { newTotal: decimalFromMinor(current) });
  return request.payment.amount === request.total ? ok(offer) : refusal('EH-4094');
}

const issuedResult = ({ policyNumber, documentId, coverFrom, coverTo }: Policy): object => ({
  outcome: 'ISSUED',
  policyNumber,
  coverFrom,
  coverTo,
  documents: [{ kind: 'POLICY', url: `/api/v3/documents/${documentId}.pdf` }],
});

function acceptIssue(desk: IssueDesk, request: IssueRequest, requestId: string): Reply {
  const { world, book, jobs, pushes } = desk;
  const { magic } = request.offerId;
  const atMs = world.now().getTime() + policyReadyAfterMs(magic);
  const decided = checkIssue(desk, request);
  const result = decided.ok
    ? issuedResult(book.issue(decided.value, requestId, atMs))
    : { outcome: 'REFUSED', error: decided.error };
  const jobId = `ehp_${String(world.ids.next(`${ELEVENTH_HOUR.id} policy job`)).padStart(8, '0')}`;
  const externalRef = request.externalRef ?? null;
  const job = { jobId, externalRef, magic, completion: { atMs, result }, cutWhenDone: false };
  pushes.announce('policy.completed', job, request.callback?.url ?? null);
  return { ...jobs.accept(job), lost: decided.ok && (magic.effect.losesIssuedAnswer ?? false) };
}

function process(desk: IssueDesk, call: KeyedCall, bytes: Buffer, requestId: string): Reply {
  const body = parseJson(bytes);
  if (!isJsonObject(body)) return desk.refusals.notJson();
  const request = checkBody(issueRequest(desk.book), [], FIELD_CODES, body);
  if (!request.ok) return desk.refusals.invalid(request.error);
  const { externalRef, magic } = request.value.offerId;
  call.note({ reference: externalRef, magic: magic.number });
  return acceptIssue(desk, request.value, requestId);
}

export const submitPolicy =
  (desk: IssueDesk): KeyedAnswer =>
  (call) =>
    desk.requestIds.answer(call, (bytes, requestId) => process(desk, call, bytes, requestId));
