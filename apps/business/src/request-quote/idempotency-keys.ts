import { createHmac, type KeyObject } from 'node:crypto';
import { ok, type Result, refused } from '@app/domain';
import type { ApiClient } from '@app/ports';
import type { Fault } from '@app/product-lines';
import { canonicalJson } from './canonical-json.js';

const VISIBLE = /^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const fault = (detail: string): Fault[] => [{ pointer: '/header/Idempotency-Key', code: 'FORMAT', detail }];

/**
 * The `Idempotency-Key` of a post, null without one. Everybody who has a public client's page shares its keys, so they
 * must be unguessable: UUIDs.
 */
export function readIdempotencyKey(
  header: string | string[] | undefined,
  { kind }: Pick<ApiClient, 'kind'>,
): Result<string | null, Fault[]> {
  if (header === undefined) return ok(null);
  if (Array.isArray(header) || !VISIBLE.test(header)) return refused(fault('expected 1 to 255 visible characters'));
  if (kind === 'PUBLIC' && !UUID.test(header)) return refused(fault('from a public client, a UUID is expected'));
  return ok(header);
}

/**
 * Tells equal bodies: an HMAC of the parsed JSON, since what is in it could be guessed from a plain hash. Keys are a
 * client's whatever is posted: a post to another path than quote requests go to is told apart by `path`.
 */
export const bodyFingerprint = (body: unknown, key: KeyObject, path = 'body'): string =>
  createHmac('sha256', key).update(`${path}\n`).update(canonicalJson(body)).digest('base64url');
