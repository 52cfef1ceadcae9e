import type { KeyObject } from 'node:crypto';
import { type ApplicationView, applicationView } from '@app/contracts';
import { ok, type Result, refused } from '@app/domain';
import type { ApplicationStore, IdempotencyKey, KeyFinding } from '@app/ports';
import type { Fault } from '@app/product-lines';
import type { Reader } from '../access/reader.js';
import { textFaults } from '../json-body/unstorable-text.js';
import { bodyFingerprint, readIdempotencyKey } from '../request-quote/idempotency-keys.js';
import { type ApplyRefusal, KEY_REQUIRED } from './apply-refusals.js';

/** A post that costs somebody money, as it came. */
export interface PaidPost extends Omit<Reader, 'id'> {
  /** Parsed JSON. */
  readonly body: unknown;
  /** The header. */
  readonly idempotencyKey: string | string[] | undefined;
  readonly traceparent: string;
}

/** What a post came to; every repetition of it is answered with the same. */
export interface Posted {
  readonly isReplayed: boolean;
  readonly view: ApplicationView;
}

export type PostResult = Result<Posted, ApplyRefusal | readonly Fault[]>;

export interface CheckedPost<Body> {
  readonly body: Body;
  /** Without the response, which is not known yet. */
  readonly key: Omit<IdempotencyKey, 'response'>;
}

/**
 * The checked body and key of a post to `path`, or every fault of both. Throws 400 without a key: what costs money must
 * be safe to repeat.
 */
export function checkPost<Body>(
  { body, client, idempotencyKey }: PaidPost,
  check: (body: unknown) => Result<Body, Fault[]>,
  { path, fingerprintKey }: { readonly path: string; readonly fingerprintKey: KeyObject },
): Result<CheckedPost<Body>, readonly Fault[]> {
  if (idempotencyKey === undefined) throw KEY_REQUIRED;
  const key = readIdempotencyKey(idempotencyKey, client);
  const checked = check(body);
  const faults = [...(key.ok ? [] : key.error), ...(checked.ok ? [] : checked.error), ...textFaults(body)];
  if (!key.ok || key.value === null || !checked.ok || faults.length > 0) return refused(faults);
  const fingerprint = bodyFingerprint(body, fingerprintKey, path);
  return ok({ body: checked.value, key: { key: key.value, fingerprint } });
}

/** What a key that is known is answered with. */
export const answerAgain = (finding: KeyFinding): PostResult =>
  finding.outcome === 'REPLAYED'
    ? ok({ isReplayed: true, view: applicationView.parse(finding.response) })
    : refused(finding.outcome);

/** The answer to a key that was used before; undefined for a new one. */
export async function answerKnown(
  store: Pick<ApplicationStore, 'findKey'>,
  clientId: string,
  key: CheckedPost<unknown>['key'],
): Promise<PostResult | undefined> {
  const finding = await store.findKey(clientId, key);
  return finding && answerAgain(finding);
}
