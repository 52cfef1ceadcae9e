import type { PartnerReply, QuoteRequestedData } from '@app/contracts';
import type { PartnerManifest } from '@app/partner-registry';

/** One attempt to get a quote from a partner. */
export interface QuoteAttempt {
  readonly partner: PartnerManifest;
  readonly call: QuoteRequestedData;
  /** Nobody waits longer. A step may bring it forward for the steps behind it. */
  readonly deadline: Date;
  readonly traceparent: string;
}

/** Never rejects for anything that the partner did: a failure is a reply. */
export type AskOnce = (attempt: QuoteAttempt) => Promise<PartnerReply>;

/** One rule between an attempt and the call: it passes the attempt on, changes it, or answers itself. */
export type PolicyStep = (next: AskOnce) => AskOnce;

/** The call behind all steps; the first of them sees an attempt first. */
export const behindSteps = (steps: readonly PolicyStep[], call: AskOnce): AskOnce =>
  steps.reduceRight((next, step) => step(next), call);
