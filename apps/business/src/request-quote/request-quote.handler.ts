import type { KeyObject } from 'node:crypto';
import {
  checkQuoteRequest,
  completeRequest,
  type QuoteRequestBody,
  type QuoteTask,
  quoteTask,
  separatePersonal,
} from '@app/contracts';
import { ok, type Result, refused, startProgress } from '@app/domain';
import { partnersOfLine } from '@app/partner-registry';
import type { Clock, DescribeChange, NewQuoteRequest, QuoteStore } from '@app/ports';
import type { Fault, ProductLineId } from '@app/product-lines';
import { textFaults } from '../json-body/unstorable-text.js';
import type { PartnerAvailability } from '../operate-partners/fleet-view.js';
import { quoteTaskOf } from '../read-quotes/quote-views.js';
import { pastStartFaults } from './extra-faults.js';
import { firstRows } from './first-rows.js';
import { bodyFingerprint } from './idempotency-keys.js';
import type { QuoteRequestedEvents } from './quote-requested-events.js';
import { riskFingerprint } from './risk-fingerprint.js';

export interface QuoteRules {
  /** How long partners have to answer, in milliseconds. */
  readonly deadlineMs: number;
  /** How long after its creation a late answer is still shown, in milliseconds. */
  readonly lateMs: number;
  readonly rejectPastStartDates: boolean;
  readonly fingerprintKey: KeyObject;
}

export interface RequestQuoteParts {
  readonly store: Pick<QuoteStore, 'accept'>;
  readonly events: QuoteRequestedEvents;
  /** The events that answers at once, and a completion at once, give rise to. */
  readonly describe: DescribeChange;
  readonly availability: PartnerAvailability;
  readonly rules: QuoteRules;
  /** The store's, as this process knows it. */
  readonly clock: Clock;
  /** The id of a request of this line. */
  readonly newRequestId: (line: ProductLineId) => string;
}

export interface Caller {
  readonly clientId: string;
  readonly traceparent: string;
  /** Null: this post is a request of its own. */
  readonly idempotencyKey: string | null;
}

/** What a post came to: the task is the same for every repetition of it. */
export type QuoteRequested =
  | { readonly outcome: 'ACCEPTED' | 'REPLAYED'; readonly task: QuoteTask }
  | { readonly outcome: 'KEY_REUSED' | 'IN_PROGRESS' };

const sellersOf = (line: ProductLineId): string[] => partnersOfLine(line).map(({ id }) => id);

/** Takes a customer's question and sends it to every partner that sells the line. */
export class RequestQuoteHandler {
  constructor(private readonly parts: RequestQuoteParts) {}

  /** What became of the post, or everything that is wrong with the body. */
  async handle(body: unknown, caller: Caller): Promise<Result<QuoteRequested, readonly Fault[]>> {
    const checked = this.check(body);
    if (!checked.ok) return checked;
    const { request, task } = await this.prepare(checked.value, body, caller);
    const accepted = await this.parts.store.accept(request);
    if (accepted.outcome === 'ACCEPTED') return ok({ outcome: 'ACCEPTED', task });
    if (accepted.outcome !== 'REPLAYED') return ok(accepted);
    return ok({ outcome: 'REPLAYED', task: quoteTask.parse(accepted.response) });
  }

  private check(body: unknown): Result<QuoteRequestBody, readonly Fault[]> {
    const { rules, clock } = this.parts;
    const checked = checkQuoteRequest(body, sellersOf);
    const extra = [...textFaults(body), ...(rules.rejectPastStartDates ? pastStartFaults(body, clock.now()) : [])];
    if (extra.length === 0) return checked;
    return refused(checked.ok ? extra : [...checked.error, ...extra]);
  }

  private async prepare(
    checked: QuoteRequestBody,
    body: unknown,
    { clientId, traceparent, idempotencyKey: key }: Caller,
  ): Promise<{ request: NewQuoteRequest; task: QuoteTask }> {
    const { rules, clock, newRequestId, events, describe, availability } = this.parts;
    const frame = { ...rules, requestId: newRequestId(checked.productLine), createdAt: clock.now() };
    const { open, personal } = separatePersonal(completeRequest(checked, frame));
    const request = { ...open, riskFingerprint: riskFingerprint(open, rules.fingerprintKey) };
    const partners = sellersOf(checked.productLine).filter((partner) => checked.partners?.includes(partner) ?? true);
    const asked = partners.filter((partner) => availability.admits(partner));
    const state = firstRows(partners, new Set(asked), request.createdAt);
    const progress = startProgress({ ...request, ...state, id: request.requestId, clientId });
    const questions = await events.write({ request, personal, partners: asked, traceparent });
    const messages = [...questions, ...describe({ ...progress, version: 0, completedAt: null }, progress)];
    const task = quoteTaskOf(progress);
    const idempotency =
      key === null ? null : { key, fingerprint: bodyFingerprint(body, rules.fingerprintKey), response: task };
    return { request: { clientId, request, personal, ...state, messages, idempotency }, task };
  }
}
