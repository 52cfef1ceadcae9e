import type { PartnerReply, QuoteRequestedData } from '@app/contracts';
import type { ErrorCategory } from '@app/domain';
import type { PartnerManifest } from '@app/partner-registry';
import { failedReply } from '../failed-reply.js';
import type { CallVerdict } from './breaker/call-verdict.js';

/** One attempt to get a quote from a partner. */
export interface QuoteAttempt {
  readonly partner: PartnerManifest;
  readonly call: QuoteRequestedData;
  /** Nobody waits longer. */
  readonly deadline: Date;
  readonly traceparent: string;
  /** Aborts when the reply is not needed any more: another call has brought it. */
  readonly signal?: AbortSignal;
  /** Told when the partner is called, which may be long after the attempt began. */
  readonly onCall?: () => void;
}

/** What became of an attempt. */
export interface Asked {
  readonly reply: PartnerReply;
  /** Calls that were made: none when a step answered itself. */
  readonly calls: number;
  /** What the reply says of the partner's health. */
  readonly verdict: CallVerdict;
}

/** Never rejects for anything that the partner did: a failure is a reply. */
export type AskOnce = (attempt: QuoteAttempt) => Promise<Asked>;

/** One rule between an attempt and the call: it passes the attempt on, changes it, or answers itself. */
export type PolicyStep = (next: AskOnce) => AskOnce;

/**
 * An attempt with less than this left is not worth a call: the integration service ends its own a moment before the
 * deadline, and the reply still has to be read and posted.
 */
export const LEAST_USEFUL_MS = 250;

/** The call behind all steps; the first of them sees an attempt first. */
export const behindSteps = (steps: readonly PolicyStep[], call: AskOnce): AskOnce =>
  steps.reduceRight((next, step) => step(next), call);

/** What a step answers in place of a call. */
export const notCalled = (category: ErrorCategory, messageForOps: string): Asked => ({
  reply: failedReply(category, messageForOps),
  calls: 0,
  verdict: 'SAYS_NOTHING',
});

export const circuitOpen = (): Asked => notCalled('CIRCUIT_OPEN', 'the breaker is open');
export const noTimeLeft = (): Asked => notCalled('TIMEOUT', 'no time was left for the call');
