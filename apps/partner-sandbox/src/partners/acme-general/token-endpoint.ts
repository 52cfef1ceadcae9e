import { ok, type Result, refused } from '@app/domain';
import type { RateLimit } from '../../limits/sliding-window.js';
import type { PartnerCall } from '../../wire/partner-call.js';
import { jsonReply, type Reply } from '../../wire/reply.js';
import type { Answer } from '../partner.js';
import { type AcmeClient, findClient, SCOPES, type Scope } from './clients.js';
import { rateLimited } from './errors.js';
import type { Tokens } from './tokens.js';

/** `POST /oauth2/token` (partners.md A.1, RFC 6749 §5). */

const FORM = 'application/x-www-form-urlencoded';
const BASIC = /^Basic ([A-Za-z0-9+/=]+)$/i;

const badRequest = (error: 'invalid_request' | 'invalid_scope' | 'unsupported_grant_type'): Reply =>
  jsonReply(400, { error }, { 'cache-control': 'no-store' });

const INVALID_CLIENT = jsonReply(401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic realm="acme"' });

function clientOf(call: PartnerCall): AcmeClient | undefined {
  const [, credentials = ''] = BASIC.exec(call.header('authorization') ?? '') ?? [];
  const [id = '', ...secret] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  const client = findClient(id);
  return client?.secret === secret.join(':') ? client : undefined;
}

const isScope = (text: string): text is Scope => SCOPES.some((scope) => scope === text);

/** The scopes asked for that the client has; without a wish all of them. A scope that A has never heard of is refused. */
function grantedScopes(wish: string | null, client: AcmeClient): Result<readonly Scope[], Reply> {
  if (wish === null) return ok(client.scopes);
  const wished = new Set(wish.split(' '));
  if (![...wished].every(isScope)) return refused(badRequest('invalid_scope'));
  return ok(client.scopes.filter((scope) => wished.has(scope)));
}

function readGrant(form: URLSearchParams, client: AcmeClient): Result<readonly Scope[], Reply> {
  const repeated = ['grant_type', 'scope'].some((name) => form.getAll(name).length > 1);
  const grantType = form.get('grant_type');
  if (repeated || !grantType) return refused(badRequest('invalid_request'));
  if (grantType !== 'client_credentials') return refused(badRequest('unsupported_grant_type'));
  return grantedScopes(form.get('scope'), client);
}

async function readForm(call: PartnerCall): Promise<URLSearchParams | undefined> {
  const body = await call.readBody();
  const [mediaType] = (call.header('content-type') ?? '').split(';');
  return mediaType?.trim().toLowerCase() === FORM ? new URLSearchParams(body.toString('utf8')) : undefined;
}

export const tokenEndpoint =
  (tokens: Tokens, limit: RateLimit): Answer =>
  async (call) => {
    const client = clientOf(call);
    if (client === undefined) return INVALID_CLIENT;
    if (limit.secondsUntilAdmitted(client.id) > 0) return rateLimited(60);
    const form = await readForm(call);
    if (form === undefined) return badRequest('invalid_request');
    const scopes = readGrant(form, client);
    if (!scopes.ok) return scopes.error;
    const token = {
      access_token: tokens.issue({ client, scopes: scopes.value }),
      token_type: 'Bearer',
      expires_in: client.tokenLifeSeconds,
      scope: scopes.value.join(' '),
    };
    return jsonReply(200, token, { 'cache-control': 'no-store' });
  };
