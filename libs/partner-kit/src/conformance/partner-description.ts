import type { CanonicalRequest } from '@app/contracts';
import type { DeclineCategory, ErrorCategory } from '@app/domain';
import type { Settings } from '@app/platform';
import type { PartnerAdapter } from '../adapter/define-partner-adapter.js';
import type { FakeAnswer, ReceivedCall } from '../testing/fake-partner.js';
import type { NeededField, OrReason, WireAnswers } from './described.js';
import type { PolicyDescription } from './policy-description.js';
import type { WireAnswer } from './wire-answer.js';

/** One request, what has to be on the wire for it, and what the partner's answer to it means. */
export interface Example {
  /** For titles: `m1`, `m1 referred`. */
  readonly name: string;
  readonly request: CanonicalRequest;
  /** The quote call as `readCall` reads it. Left out where another example of the same request has it. */
  readonly asks?: unknown;
  readonly answer: WireAnswers;
  /** What the reply holds, as far as it is told: compared with `toMatchObject`. */
  readonly reply: Readonly<Record<string, unknown>>;
}

/** One row of the partner's error table that a quote call can get. */
export interface Refusal {
  /** The code in the body, as the registry has it; or one that it has not. */
  readonly code: string;
  readonly answer: WireAnswer;
  readonly category: ErrorCategory;
  readonly retryable: boolean;
  /** Quote calls that it takes: two where the partner's text says "once more". One by default. */
  readonly calls?: number;
}

/** One of the partner's decline codes, in an answer to a request that can get it. */
export interface DeclineExample {
  readonly code: string;
  readonly request: CanonicalRequest;
  readonly answer: WireAnswers;
  readonly category: DeclineCategory;
}

/** An answer that must not become an offer. */
export interface Unsound {
  readonly answer: WireAnswer;
  readonly category: ErrorCategory;
}

/** A request that this partner is not asked for. */
export interface NotAsked {
  readonly what: string;
  readonly request: CanonicalRequest;
}

/** All that the suite has to know of a partner. */
export interface PartnerDescription {
  readonly adapter: PartnerAdapter<Settings>;
  /** Environment beside the base URL and the published sandbox credentials: `PARTNER_FIZZBUZZ_…`. None by default. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Answers what is no quote call (a token endpoint); undefined for quote calls. */
  readonly beside?: (call: ReceivedCall) => FakeAnswer | undefined;
  /** The mapped part of a quote call, to be compared with `asks`. */
  readonly readCall: (call: ReceivedCall) => unknown;
  /** Whether the call proves who we are, as the partner's text asks. */
  readonly isAuthenticated: (call: ReceivedCall) => boolean;
  /** The first one has a good answer, which the suite then spoils. */
  readonly examples: readonly [Example, ...Example[]];
  readonly declines: readonly DeclineExample[];
  readonly refusals: readonly Refusal[];
  /** Codes of the registry that no quote call can get. */
  readonly codesLeftOut: readonly { readonly because: string; readonly codes: readonly string[] }[];
  readonly rateLimit: OrReason<{ readonly answer: WireAnswer; readonly retryAfterMs: number }>;
  readonly errorInSuccess: OrReason<Unsound>;
  readonly wrongCurrency: OrReason<Unsound>;
  readonly brokenSums: OrReason<Unsound>;
  readonly answerToAnother: OrReason<Unsound>;
  readonly notAsked: OrReason<readonly NotAsked[]>;
  readonly needs: readonly NeededField[];
  readonly policies: PolicyDescription;
  /** Faults of `transport-faults.ts` that cannot happen to this partner, each with its reason. */
  readonly faultsLeftOut?: Readonly<Record<string, string>>;
}
