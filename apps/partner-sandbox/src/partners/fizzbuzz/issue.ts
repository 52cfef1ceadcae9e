import { ok, type Result, refused } from '@app/domain';
import { checkBody } from '../../wire/check-body.js';
import { textAt } from '../../wire/json.js';
import type { World } from '../partner.js';
import { type FizzbuzzBook, isIssued, type Offer, type Policy, policyResult } from './book.js';
import { invalidParams, type RpcError, rpcError } from './errors.js';
import { type IssueParams, issueKey, issueParams, vehicleIssueParams } from './issue-request.js';
import { failed, type RpcAnswer, type RpcMethod, succeeded } from './methods.js';
import { FIELD_CODES } from './wire-forms.js';

/** `policy.issue` (partners.md F.3). */

export interface IssueDesk {
  readonly world: World;
  readonly book: FizzbuzzBook;
}

/** The answer to a dedupeKey that has its policy: the current state, at once; undefined when it has none. */
function repeated({ book, world }: IssueDesk, params: unknown): RpcAnswer | undefined {
  const policy = book.policyOfKey(textAt(params, ['dedupeKey']) ?? '');
  if (policy === undefined) return undefined;
  const key = issueKey.safeParse(params).data;
  const same = key?.offerId === policy.offerId && key.totalMinor === policy.totalMinor;
  return same ? succeeded(policyResult(policy, world.now(), true)) : failed(rpcError('-32031'));
}

const alreadyIssued = (policy: Policy, now: Date): RpcError =>
  isIssued(policy, now) ? rpcError('-32030', { policyNo: policy.policyNo }) : rpcError('-32030');

/** The offer, when it may be issued as asked; otherwise the first refusal of the order in errata 9. */
function bindableOffer({ book, world }: IssueDesk, params: IssueParams): Result<Offer, RpcError> {
  const { offerId, totalMinor, payment } = params;
  const now = world.now();
  const offer = book.offer(offerId);
  const policy = book.policyOfOffer(offerId);
  if (policy !== undefined) return refused(alreadyIssued(policy, now));
  if (offer === undefined) return refused(rpcError('-32040'));
  if (now.getTime() > offer.validUntilMs) return refused(rpcError('-32032'));
  if (!offer.bindable || book.isSetBought(offer)) return refused(rpcError('-32034'));
  const newTotalMinor = offer.totalMinor + (offer.magic.effect.priceRiseMinor ?? 0);
  if (totalMinor !== newTotalMinor) return refused(rpcError('-32033', { newTotalMinor }));
  return payment.amountMinor === totalMinor ? ok(offer) : refused(rpcError('-32035'));
}

function issue({ book, world }: IssueDesk, offer: Offer, { dedupeKey, totalMinor }: IssueParams): RpcAnswer {
  const policy = book.issue(offer, dedupeKey, totalMinor);
  const { losesIssuedAnswer = false } = offer.magic.effect;
  return { ...succeeded(policyResult(policy, world.now(), false)), lost: losesIssuedAnswer };
}

export const issuePolicy = (desk: IssueDesk): RpcMethod => ({
  operation: 'issue',
  allowedInBatch: false,
  answer: (params, { note }) => {
    const known = desk.book.offer(textAt(params, ['offerId']) ?? '');
    note({ reference: known?.ref ?? null, magic: known?.magic.number ?? null });
    const repeat = repeated(desk, params);
    if (repeat !== undefined) return repeat;
    const schema = known?.insuresVehicle ? vehicleIssueParams : issueParams;
    const request = checkBody<IssueParams>(schema, [], FIELD_CODES, params);
    if (!request.ok) return failed(invalidParams(request.error, params));
    const offer = bindableOffer(desk, request.value);
    const answer = offer.ok ? issue(desk, offer.value, request.value) : failed(offer.error);
    return { ...answer, afterMs: known?.magic.effect.answerAfterMs ?? 0 };
  },
});
