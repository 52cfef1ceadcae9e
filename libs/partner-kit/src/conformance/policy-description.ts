import type { IssuanceReply } from '@app/contracts';
import type { ErrorCategory } from '@app/domain';
import type { ReceivedCall } from '../testing/fake-partner.js';
import type { WorkedOrder } from '../testing/policy-caller.js';
import type { NeededField, OrReason, WireAnswers } from './described.js';

/** What a reply holds, as far as it is told: compared with `toMatchObject`. */
export interface ExpectedReply {
  readonly outcome: IssuanceReply['outcome'];
  readonly policyNumber?: string;
  readonly period?: { readonly from: string; readonly to: string };
  readonly documents?: readonly object[];
  readonly newTotalMinor?: number;
  readonly error?: {
    readonly category: ErrorCategory;
    readonly retryable?: boolean;
    readonly partnerCode?: string | null;
    readonly retryAfterMs?: number;
  };
}

/** One order, what has to be on the wire for it, and what the partner's answer to it means. */
export interface PolicyExample {
  /** For titles: `m1`. */
  readonly name: string;
  readonly order: WorkedOrder;
  /** The issue call as `readCall` reads it. Left out where another example of the same line has it. */
  readonly asks?: unknown;
  /** Asked for every call but those that `beside` answers; a partner of several steps looks at the call. */
  readonly answer: WireAnswers;
  readonly reply: ExpectedReply;
}

/** One row of the partner's error table that one try to issue can get. */
export interface PolicyRefusal {
  /** The code as the registry has it, or one that it has not; a second row of a code may add words: `46 pending`. */
  readonly code: string;
  readonly answer: WireAnswers;
  /** Of the one try, without any inquiry. */
  readonly reply: ExpectedReply;
}

/** An inquiry, asked first, and what follows from its answer. */
export interface PolicyInquiry {
  readonly name: string;
  /** Answers the inquiry, and the issue call where one follows. */
  readonly answer: WireAnswers;
  /** Whether the partner says that nothing was issued, so that an issue call follows. */
  readonly issues: boolean;
  readonly reply: ExpectedReply;
}

/** The schedule of the first example's policy. */
export interface PolicyDocument {
  /** Where replies say that it is. */
  readonly reference: string;
  /** Answers with a PDF, `%PDF-…`, or with whatever a PDF is wrapped in. */
  readonly answer: WireAnswers;
}

/** How a partner issues policies, on its wire. */
export interface PolicyDescription {
  /**
   * Whether the call is the one that makes a policy: not a firm proposal before it, nor an inquiry, nor a poll. It is
   * the one whose answers the suite spoils and loses.
   */
  readonly isIssue: (call: ReceivedCall) => boolean;
  /** The mapped part of an issue call, to be compared with `asks`. */
  readonly readCall: (call: ReceivedCall) => unknown;
  /** The partner's idempotency key in an issue call. */
  readonly keyOf: (call: ReceivedCall) => unknown;
  /**
   * All of an issue call that must be the same whenever the order is sent again: everything but signatures, times and
   * nonces. By default method, path, headers and body as they were sent.
   */
  readonly lastingPart?: (call: ReceivedCall) => unknown;
  /** One for each line that the partner sells. The first one is answered `ISSUED`, which the suite then spoils. */
  readonly examples: readonly [PolicyExample, ...PolicyExample[]];
  /** The answer that says the policy is being made. */
  readonly pending: OrReason<{ readonly answer: WireAnswers }>;
  readonly refusals: readonly PolicyRefusal[];
  /** Codes of the registry that no issue call can get. */
  readonly codesLeftOut: readonly { readonly because: string; readonly codes: readonly string[] }[];
  /** Left out by a partner that cannot be asked by the quote: the repeat of a try is then its inquiry. */
  readonly inquiries: OrReason<readonly PolicyInquiry[]>;
  /** After an issue call whose answer was lost: the inquiry, or the repeat of the try, which brings the policy. */
  readonly afterLoss: { readonly answer: WireAnswers; readonly reply: ExpectedReply };
  /**
   * Pointers into the application's details that issue calls for the first example carry, proposal included, and no
   * others: `/proposer/fullName`. The suite gives each of them a value of its own (`TELLING` in `policy-data.ts`).
   */
  readonly sends: readonly string[];
  /** Personal fields of the quote request that are sent once more; see `PartnerDescription.needs`. */
  readonly needs: readonly NeededField[];
  readonly document: OrReason<PolicyDocument>;
  /** Faults of `transport-faults.ts` that cannot happen to an issue call, each with its reason. */
  readonly faultsLeftOut?: Readonly<Record<string, string>>;
}
