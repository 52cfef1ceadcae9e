import { operatorAlert, policyIssuanceFailed, policyIssued } from '@app/contracts';
import { ANOTHER_POLICY, type Application, type ApplicationStatus, refundOf } from '@app/domain';
import { startTrace } from '@app/platform';
import type { OutboxMessage } from '@app/ports';
import { productLineOf } from '../product-line-of.js';
import { type EventTools, EventWriter } from '../publish-events/event-writer.js';

const FAILED: ReadonlySet<ApplicationStatus> = new Set(['REJECTED', 'EXPIRED', 'NEEDS_ATTENTION']);

const aboutApplication = (application: Application) => ({
  applicationId: application.id,
  requestId: application.quoteRequestId,
  partner: application.partner,
  productLine: productLineOf(application),
});

/**
 * `policy.issued.v1` for a policy; `policy.issuance-failed.v1` for the lack of one, to operators too (events.md), and to
 * them alone for one too many.
 */
export function policyLifecycleEvents(tools: EventTools) {
  const issued = new EventWriter(policyIssued, tools);
  const failed = new EventWriter(policyIssuanceFailed, tools);
  const alert = new EventWriter(operatorAlert, tools);

  const issuedEvent = (after: Application): OutboxMessage[] => {
    const { currency, period, policyNumber, quoteRequestId, totalMinor } = after;
    if (policyNumber === null || period === null) return [];
    const data = { ...aboutApplication(after), policyNumber, period, totalMinor, currency };
    return [issued.write(data, { subject: quoteRequestId, traceparent: startTrace() })];
  };

  const failedEvents = (after: Application, told: readonly { write: typeof alert.write }[]): OutboxMessage[] => {
    const { attempt, currency, events, fault: cause, quoteRequestId, status } = after;
    const refund = refundOf(after);
    const refundDueMinor = refund?.status === 'DUE' ? refund.amountMinor : 0;
    const reason = events.at(-1)?.reason ?? null;
    const data = { ...aboutApplication(after), status, attempt, reason, cause, refundDueMinor, currency };
    const context = { subject: quoteRequestId, traceparent: startTrace() };
    return told.map((event) => event.write(data, context));
  };

  /** What a step gives rise to. */
  return (before: Application, after: Application): OutboxMessage[] => {
    if (before.status !== after.status && after.status === 'ISSUED') return issuedEvent(after);
    if (before.status !== after.status) return FAILED.has(after.status) ? failedEvents(after, [failed, alert]) : [];
    const isNews = before.events.length !== after.events.length;
    return isNews && after.events.at(-1)?.reason === ANOTHER_POLICY ? failedEvents(after, [alert]) : [];
  };
}

export type DescribePolicy = ReturnType<typeof policyLifecycleEvents>;
