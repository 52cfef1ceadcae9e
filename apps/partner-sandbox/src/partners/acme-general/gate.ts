import { ok, type Result, refused } from '@app/domain';
import type { RateLimit } from '../../limits/sliding-window.js';
import type { PartnerCall } from '../../wire/partner-call.js';
import type { Reply } from '../../wire/reply.js';
import type { Answer } from '../partner.js';
import type { AcmeClient, Scope } from './clients.js';
import { problem, rateLimited } from './errors.js';
import type { Tokens } from './tokens.js';

const BEARER = /^Bearer +(\S+)$/i;
const LONGEST_CORRELATION_ID = 64;

/** Answers a call whose client is known. */
export type ClientAnswer = (call: PartnerCall, client: AcmeClient) => Reply | Promise<Reply>;

/** What every API call passes first: token, scope, rate limit (partners.md 0.2, A.1). */
export class Gate {
  constructor(
    private readonly tokens: Tokens,
    private readonly limit: RateLimit,
  ) {}

  /** `scope` null: any valid token will do. */
  guard(scope: Scope | null, answer: ClientAnswer): Answer {
    return async (call) => {
      const client = this.#admit(call, scope);
      return echoCorrelationId(call, client.ok ? await answer(call, client.value) : client.error);
    };
  }

  #admit(call: PartnerCall, scope: Scope | null): Result<AcmeClient, Reply> {
    const [, token] = BEARER.exec(call.header('authorization') ?? '') ?? [];
    if (token === undefined) return refused(problem('TOKEN_MISSING'));
    const grant = this.tokens.find(token);
    if (!grant.ok) return refused(problem(grant.error));
    const { client, scopes } = grant.value;
    if (scope !== null && !scopes.includes(scope)) return refused(problem('INSUFFICIENT_SCOPE'));
    const seconds = this.limit.secondsUntilAdmitted(client.id);
    if (seconds > 0) return refused(rateLimited(seconds));
    return ok(client);
  }
}

function echoCorrelationId(call: PartnerCall, reply: Reply): Reply {
  const id = call.header('x-correlation-id');
  if (id === undefined || id.length > LONGEST_CORRELATION_ID) return reply;
  return { ...reply, headers: { ...reply.headers, 'x-correlation-id': id } };
}
