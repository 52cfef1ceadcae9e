import { MAX_DOCUMENT_BYTES } from '@app/contracts';
import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import {
  type PartnerHttp,
  type PartnerResponse,
  SOAP_NAMESPACE,
  securityHeader,
  soapEnvelope,
  WSSE_NAMESPACE,
  WSU_NAMESPACE,
  writeXml,
} from '@app/partner-kit';
import type { z } from 'zod';
import { acordMessage, type BabbageQuestion, mayHoldDocument, soapAction } from './acord.js';
import { openEnvelope } from './errors.js';
import type { BabbageAnswer } from './message-status.js';
import { type BabbagePolicyRefusal, readPolicy } from './policies/read-policy.js';
import type { BabbagePolicy } from './policies/wire.js';
import { type Received, readAnswer } from './read-answer.js';

export interface BabbageLovelaceClientParts {
  readonly http: PartnerHttp;
  readonly user: { readonly username: string; readonly password: string };
  readonly now: () => Date;
  /** Bytes that were never used before. */
  readonly newNonce: () => Buffer;
}

const CLOCK_IS_OFF = 'MessageExpired';
const NONCE_WAS_USED = 'InvalidSecurityToken';

const PREFIXES = { [SOAP_NAMESPACE]: 'soapenv', [WSSE_NAMESPACE]: 'wsse', [WSU_NAMESPACE]: 'wsu' };
const CONTENT_TYPE = 'text/xml; charset=utf-8';
/** A document is a part of the answer: in Base64, which makes it a third larger, with half a mebibyte around it. */
const MAX_POLICY_BYTES = Math.ceil((MAX_DOCUMENT_BYTES * 4) / 3) + 524_288;

/** B's API (partners.md B). Signs, sends and checks; what things mean is the business of lines and policies. */
export class BabbageLovelaceClient {
  /** How far B's clock is ahead of ours. */
  private offsetMs = 0;

  constructor(private readonly parts: BabbageLovelaceClientParts) {}

  /** A quote inquiry: an answer that keeps to its schema, or the refusal. */
  async quote<Quote>(
    question: BabbageQuestion,
    schema: z.ZodType<Quote>,
    signal: AbortSignal,
  ): Promise<Result<BabbageAnswer<Quote>, CanonicalError>> {
    const received = await this.exchange(question, signal);
    return received.ok ? readAnswer(question, received.value, schema) : received;
  }

  /** An Add, or an inquiry after one: how the policy stands, or the refusal. */
  async policy(question: BabbageQuestion, signal: AbortSignal): Promise<Result<BabbagePolicy, BabbagePolicyRefusal>> {
    const received = await this.exchange(question, signal);
    return received.ok ? readPolicy(question, received.value) : refused({ error: received.error });
  }

  /** Repeats a call once with the corrected clock, and once with another nonce. */
  private async exchange(question: BabbageQuestion, signal: AbortSignal): Promise<Result<Received, CanonicalError>> {
    const mended = new Set<string>();
    for (;;) {
      const response = await this.sendSigned(question, signal);
      if (!response.ok) return response;
      const opened = openEnvelope(response.value);
      if (opened.ok) return ok({ response: response.value, message: opened.value });
      const { code = '', error } = opened.error;
      if (mended.has(code) || !this.mend(code, response.value)) return refused(error);
      mended.add(code);
    }
  }

  /** Whether the next call may fare better. B tells its time in the header `Date` alone, if at all. */
  private mend(code: string, { headers, receivedAt }: PartnerResponse): boolean {
    if (code === NONCE_WAS_USED) return true;
    if (code !== CLOCK_IS_OFF) return false;
    const serverTime = Date.parse(headers.date ?? '');
    if (!Number.isNaN(serverTime)) this.offsetMs = serverTime - receivedAt.getTime();
    return true;
  }

  /** Every call has a time, a nonce and a digest of its own, a repeated one too. */
  private sendSigned(question: BabbageQuestion, signal: AbortSignal) {
    const { http, user, now, newNonce } = this.parts;
    const created = new Date(now().getTime() + this.offsetMs);
    const security = securityHeader({ ...user, nonce: newNonce(), created });
    const body = writeXml(soapEnvelope([security], acordMessage(question)), PREFIXES);
    const headers = { 'content-type': CONTENT_TYPE, soapaction: soapAction(question.name) };
    const limit = mayHoldDocument(question.name) && { maxResponseBytes: MAX_POLICY_BYTES };
    return http.send({ method: 'POST', path: '/services/AcordGateway', headers, body, ...limit }, signal);
  }
}
