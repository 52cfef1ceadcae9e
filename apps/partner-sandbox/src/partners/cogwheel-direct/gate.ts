import { ok, type Result, refused } from '@app/domain';
import { z } from 'zod';
import type { RateLimit } from '../../limits/sliding-window.js';
import { ExpiringMap } from '../../state/expiring-map.js';
import type { PartnerCall } from '../../wire/partner-call.js';
import type { Reply } from '../../wire/reply.js';
import type { Answer } from '../partner.js';
import { errorReply, rateLimited } from './errors.js';
import { isSame, sha256Hex, signatureOf } from './signature.js';

/** The published sandbox key (partners.md C.1). */
const SECRET_OF_KEY: ReadonlyMap<string, string> = new Map([
  ['cogk_sandbox_01', 'cogs_3f9d2a7c51e84b06a1d77c0e5b92f4aa'],
]);

const CLOCK_WINDOW_SECONDS = 300;
const NONCE_KEPT_MS = 600_000;

/** The form of the five headers. */
const signatureHeaders = z.object({
  keyId: z.string(),
  timestamp: z.string().regex(/^\d{1,12}$/),
  nonce: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^v1=[0-9a-f]{64}$/),
});

const readHeaders = (call: PartnerCall) =>
  signatureHeaders.safeParse({
    keyId: call.header('x-cog-key-id'),
    timestamp: call.header('x-cog-timestamp'),
    nonce: call.header('x-cog-nonce'),
    digest: call.header('x-cog-content-sha256'),
    signature: call.header('x-cog-signature'),
  });

/** A call whose sender is known and whose body is the one that was signed. */
export interface SignedCall extends PartnerCall {
  readonly keyId: string;
  readonly body: Buffer;
}

/** What every call passes first, in the order of errata 5; then the rate limit, which is per key over all paths. */
export class Gate {
  readonly #nonces: ExpiringMap<true>;

  constructor(
    private readonly now: () => Date,
    private readonly limit: RateLimit,
  ) {
    this.#nonces = new ExpiringMap(now);
  }

  guard(answer: (call: SignedCall) => Reply): Answer {
    return async (call) => {
      const body = await call.readBody();
      const keyId = this.#authenticate(call, body);
      if (!keyId.ok) return keyId.error;
      const seconds = this.limit.secondsUntilAdmitted(keyId.value);
      if (seconds > 0) return rateLimited(seconds);
      return answer({ ...call, keyId: keyId.value, body });
    };
  }

  #authenticate(call: PartnerCall, body: Buffer): Result<string, Reply> {
    const headers = readHeaders(call);
    if (!headers.success) return refused(errorReply('C-AUTH-001'));
    const { keyId, timestamp, nonce, digest, signature } = headers.data;
    const secret = SECRET_OF_KEY.get(keyId);
    if (secret === undefined) return refused(errorReply('C-AUTH-001'));
    if (digest !== sha256Hex(body)) return refused(errorReply('C-AUTH-004'));
    if (!isSame(signature, signatureOf({ ...call, timestamp, nonce, digest }, secret)))
      return refused(errorReply('C-AUTH-001'));
    const fresh = this.#checkFreshness(`${keyId} ${nonce}`, Number(timestamp));
    return fresh.ok ? ok(keyId) : fresh;
  }

  #checkFreshness(nonceOfKey: string, timestamp: number): Result<true, Reply> {
    const nowMs = this.now().getTime();
    const serverTime = Math.floor(nowMs / 1_000);
    if (Math.abs(serverTime - timestamp) > CLOCK_WINDOW_SECONDS)
      return refused(errorReply('C-AUTH-002', { members: { server_time: serverTime } }));
    if (this.#nonces.has(nonceOfKey)) return refused(errorReply('C-AUTH-003'));
    this.#nonces.set(nonceOfKey, true, nowMs + NONCE_KEPT_MS);
    return ok(true);
  }
}
