import { documentFailure, type IssuanceReply, issuanceReply, type PartnerReply, partnerReply } from '@app/contracts';
import type { DocumentReply } from '@app/ports';
import type { Dispatcher } from 'undici';
import { failedReply } from '../policy/failed-reply.js';
import { issuanceStatusFailure, statusFailure } from './transport-failure.js';

type Response = Dispatcher.ResponseData;

/** Any case and parameters are left out: `Application/PDF; x=1` → `application/pdf`. */
const CONTENT_TYPE = /^([a-z0-9.+-]+\/[a-z0-9.+-]+)(?:\s*;|$)/;
const JSON_TYPE = 'application/json';

const unreadable = (what: string) => failedReply('PROTOCOL', `the integration service sent no ${what}`);

export async function readQuoteReply({ statusCode, body }: Response): Promise<PartnerReply> {
  const text = await body.text();
  if (statusCode !== 200) return statusFailure(statusCode);
  const reply = partnerReply.safeParse(parse(text));
  return reply.success ? reply.data : unreadable('partner reply');
}

/** A reply that cannot be read may have told of a policy. */
export async function readIssuanceReply({ statusCode, body }: Response): Promise<IssuanceReply> {
  const text = await body.text();
  if (statusCode !== 200) return issuanceStatusFailure(statusCode);
  const reply = issuanceReply.safeParse(parse(text));
  return reply.success ? reply.data : { ...unreadable('issuance reply'), outcome: 'UNKNOWN' };
}

export async function readDocument({ statusCode, headers, body }: Response): Promise<DocumentReply> {
  const bytes = await body.bytes();
  if (statusCode !== 200) return statusFailure(statusCode);
  const contentType = CONTENT_TYPE.exec(String(headers['content-type'] ?? '').toLowerCase())?.[1];
  if (contentType === JSON_TYPE) return failureIn(bytes);
  if (contentType === undefined || bytes.length === 0) return unreadable('document');
  return { outcome: 'FETCHED', contentType, bytes };
}

function failureIn(bytes: Uint8Array): DocumentReply {
  const reply = documentFailure.safeParse(parse(Buffer.from(bytes).toString()));
  return reply.success ? reply.data : unreadable('document');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
