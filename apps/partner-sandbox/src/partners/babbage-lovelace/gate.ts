import { ok, type Result, refused } from '@app/domain';
import { z } from 'zod';
import type { ConcurrencyLimit } from '../../limits/open-requests.js';
import { ExpiringMap } from '../../state/expiring-map.js';
import type { PartnerCall } from '../../wire/partner-call.js';
import type { Reply } from '../../wire/reply.js';
import type { Answer } from '../partner.js';
import { badMessage, overloaded, refusedToken, type SecurityFault } from './errors.js';
import { BASE64_BINARY, PASSWORD_DIGEST, PASSWORD_TEXT, SOAP, WSSE, WSU } from './namespaces.js';
import { isSame, passwordDigest } from './password-digest.js';
import { type Envelope, readEnvelope } from './soap.js';
import { attributeOf, childOf } from './xml.js';

/** The published sandbox user (partners.md B.1). */
const PASSWORD_OF_USER: ReadonlyMap<string, string> = new Map([['market-sbx', 'S4ndbox-Loom!']]);

const CLOCK_WINDOW_MS = 300_000;
const NONCE_KEPT_MS = 600_000;
const RETRY_AFTER_SECONDS = 2;

const securityHeader = z.object({
  mustUnderstand: z.literal('1'),
  username: z.string().min(1),
  password: z.string().min(1),
});

/** A digest comes with what it is made of, a plain password with nothing. */
const usernameToken = z.discriminatedUnion('type', [
  securityHeader.extend({
    type: z.literal(PASSWORD_DIGEST),
    encoding: z.literal(BASE64_BINARY).optional(),
    nonce: z.base64().min(1),
    created: z.iso.datetime(),
  }),
  securityHeader.extend({ type: z.literal(PASSWORD_TEXT) }),
]);

function readToken({ header }: Envelope) {
  const security = childOf(header, WSSE, 'Security');
  const token = childOf(security, WSSE, 'UsernameToken');
  const [password, nonce] = [childOf(token, WSSE, 'Password'), childOf(token, WSSE, 'Nonce')];
  return usernameToken.safeParse({
    mustUnderstand: attributeOf(security, SOAP, 'mustUnderstand'),
    username: childOf(token, WSSE, 'Username')?.text,
    password: password?.text,
    type: attributeOf(password, '', 'Type') ?? PASSWORD_TEXT,
    encoding: attributeOf(nonce, '', 'EncodingType'),
    nonce: nonce?.text,
    created: childOf(token, WSU, 'Created')?.text,
  });
}

/** A call whose sender is known. */
export interface UserCall {
  readonly call: PartnerCall;
  readonly user: string;
  readonly envelope: Envelope;
}

/** What every call passes first: well-formed XML, then the token in the order of errata 5, then the limit. */
export class Gate {
  readonly #nonces: ExpiringMap<true>;

  constructor(
    private readonly now: () => Date,
    private readonly limit: ConcurrencyLimit,
  ) {
    this.#nonces = new ExpiringMap(now);
  }

  guard(answer: (call: UserCall) => Reply): Answer {
    return async (call) => {
      const envelope = readEnvelope(await call.readBody());
      if (envelope === undefined) return badMessage();
      const user = this.#authenticate(envelope);
      if (!user.ok) return refusedToken(user.error);
      if (!this.limit.admits(user.value, call)) return overloaded(RETRY_AFTER_SECONDS);
      return answer({ call, user: user.value, envelope });
    };
  }

  #authenticate(envelope: Envelope): Result<string, SecurityFault> {
    const token = readToken(envelope);
    if (!token.success) return refused('InvalidSecurityToken');
    if (token.data.type === PASSWORD_TEXT) return refused('FailedAuthentication');
    const { username, password, created } = token.data;
    const nonce = Buffer.from(token.data.nonce, 'base64');
    const known = PASSWORD_OF_USER.get(username);
    if (known === undefined || !isSame(password, passwordDigest(nonce, created, known)))
      return refused('FailedAuthentication');
    const fresh = this.#checkFreshness(`${username} ${nonce.toString('base64')}`, Date.parse(created));
    return fresh.ok ? ok(username) : fresh;
  }

  #checkFreshness(nonceOfUser: string, createdMs: number): Result<true, SecurityFault> {
    const nowMs = this.now().getTime();
    if (Math.abs(nowMs - createdMs) > CLOCK_WINDOW_MS) return refused('MessageExpired');
    if (this.#nonces.has(nonceOfUser)) return refused('InvalidSecurityToken');
    this.#nonces.set(nonceOfUser, true, nowMs + NONCE_KEPT_MS);
    return ok(true);
  }
}
