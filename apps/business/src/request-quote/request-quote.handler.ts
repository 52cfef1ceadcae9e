import type { KeyObject } from 'node:crypto';
import { checkQuoteRequest, completeRequest, type QuoteRequestBody, separatePersonal } from '@app/contracts';
import { ok, pendingRow, type QuoteProgress, type Result, refused } from '@app/domain';
import { partnersOfLine } from '@app/partner-registry';
import type { Clock, NewQuoteRequest, QuoteStore } from '@app/ports';
import type { Fault, ProductLineId } from '@app/product-lines';
import { pastStartFaults, textFaults } from './extra-faults.js';
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
  readonly store: QuoteStore;
  readonly events: QuoteRequestedEvents;
  readonly rules: QuoteRules;
  readonly clock: Clock;
  readonly newId: () => string;
}

export interface Caller {
  readonly clientId: string;
  readonly traceparent: string;
}

const FIRST_VERSION = 1;

const sellersOf = (line: ProductLineId): string[] => partnersOfLine(line).map(({ id }) => id);

/** Takes a customer's question and sends it to every partner that sells the line. */
export class RequestQuoteHandler {
  constructor(private readonly parts: RequestQuoteParts) {}

  /** The accepted request, or everything that is wrong with the body. */
  async handle(body: unknown, caller: Caller): Promise<Result<QuoteProgress, readonly Fault[]>> {
    const checked = this.check(body);
    return checked.ok ? ok(await this.parts.store.accept(await this.prepare(checked.value, caller))) : checked;
  }

  private check(body: unknown): Result<QuoteRequestBody, readonly Fault[]> {
    const { rules, clock } = this.parts;
    const checked = checkQuoteRequest(body, sellersOf);
    const extra = [...textFaults(body), ...(rules.rejectPastStartDates ? pastStartFaults(body, clock.now()) : [])];
    if (extra.length === 0) return checked;
    return refused(checked.ok ? extra : [...checked.error, ...extra]);
  }

  private async prepare(body: QuoteRequestBody, { clientId, traceparent }: Caller): Promise<NewQuoteRequest> {
    const { rules, clock, newId, events } = this.parts;
    const frame = { ...rules, requestId: newId(), createdAt: clock.now() };
    const { open, personal } = separatePersonal(completeRequest(body, frame));
    const request = { ...open, riskFingerprint: riskFingerprint(open, rules.fingerprintKey) };
    const partners = sellersOf(body.productLine).filter((partner) => body.partners?.includes(partner) ?? true);
    const rows = partners.map((partner) => pendingRow(partner, FIRST_VERSION));
    const messages = await events.write({ request, personal, partners, traceparent });
    return { clientId, request, personal, rows, version: FIRST_VERSION, messages };
  }
}
