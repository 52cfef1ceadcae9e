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
import { acordMessage, type BabbageQuestion } from './acord.js';
import { openEnvelope } from './errors.js';
import type { BabbageAnswer } from './message-status.js';
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
const HEADERS = { 'content-type': 'text/xml; charset=utf-8', soapaction: '"urn:bl:QuoteInq"' };

/** B's API (partners.md B). Signs, sends and checks; what things mean is the lines' business. */
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
    return http.send({ method: 'POST', path: '/services/AcordGateway', headers: HEADERS, body }, signal);
  }
}
