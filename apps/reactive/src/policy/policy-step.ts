import type { IssuanceReply, IssuanceRequestedData, PartnerReply, QuoteRequestedData } from '@app/contracts';
import type { CanonicalError, ErrorCategory } from '@app/domain';
import type { PartnerManifest } from '@app/partner-registry';
import type { CallVerdict } from './breaker/call-verdict.js';
import { type FailedReply, failedReply } from './failed-reply.js';

/** What the rules read of any operation's reply. */
export interface AnyReply {
  readonly outcome: string;
  readonly error?: CanonicalError | null | undefined;
}

/** One attempt to have something done by a partner. */
export interface Attempt<Call> {
  readonly partner: PartnerManifest;
  readonly call: Call;
  /** Nobody waits longer. */
  readonly deadline: Date;
  readonly traceparent: string;
  /** Aborts when the reply is not needed any more: another call has brought it. */
  readonly signal?: AbortSignal;
  /** Told when the partner is called, which may be long after the attempt began. */
  readonly onCall?: () => void;
}

export interface IssuanceCall {
  readonly data: IssuanceRequestedData;
  /** The attempt may have reached the partner before: it is asked what became of it first. */
  readonly inquireFirst: boolean;
}

export type QuoteAttempt = Attempt<QuoteRequestedData>;

/** What became of an attempt. */
export interface Asked<Reply extends AnyReply> {
  readonly reply: Reply;
  /** Calls that were made: none when a step answered itself. */
  readonly calls: number;
  /** What the reply says of the partner's health. */
  readonly verdict: CallVerdict;
}

/** Never rejects for anything that the partner did: a failure is a reply. */
export type AskOnce<Call, Reply extends AnyReply> = (attempt: Attempt<Call>) => Promise<Asked<Reply | FailedReply>>;

export type AskQuote = AskOnce<QuoteRequestedData, PartnerReply>;
export type AskPolicy = AskOnce<IssuanceCall, IssuanceReply>;

/** One rule between an attempt and the call: it passes the attempt on, changes it, or answers itself. */
export type PolicyStep = <Call, Reply extends AnyReply>(next: AskOnce<Call, Reply>) => AskOnce<Call, Reply>;

/**
 * An attempt with less than this left is not worth a call: the integration service ends its own a moment before the
 * deadline, and the reply still has to be read and posted.
 */
export const LEAST_USEFUL_MS = 250;

/** The call behind all steps; the first of them sees an attempt first. */
export const behindSteps = <Call, Reply extends AnyReply>(
  steps: readonly PolicyStep[],
  call: AskOnce<Call, Reply>,
): AskOnce<Call, Reply> => steps.reduceRight((next, step) => step(next), call);

const WITHOUT_ANSWER: ReadonlySet<string> = new Set(['FAILED', 'UNKNOWN']);

/** The partner has said something, whatever it was. */
export const isAnswer = ({ outcome }: AnyReply): boolean => !WITHOUT_ANSWER.has(outcome);

/** Why nothing came of it; null for a reply of any other kind. */
export const failureOf = ({ outcome, error }: AnyReply): CanonicalError | null =>
  outcome === 'FAILED' ? (error ?? null) : null;

/** What a step answers in place of a call. */
export const notCalled = (category: ErrorCategory, messageForOps: string): Asked<FailedReply> => ({
  reply: failedReply(category, messageForOps),
  calls: 0,
  verdict: 'SAYS_NOTHING',
});

export const circuitOpen = (): Asked<FailedReply> => notCalled('CIRCUIT_OPEN', 'the breaker is open');
export const noTimeLeft = (): Asked<FailedReply> => notCalled('TIMEOUT', 'no time was left for the call');
