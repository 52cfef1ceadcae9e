import type { DocumentCall, IssuanceReply, IssuanceRequestedData, PartnerDocument, PartnerReply } from '@app/contracts';
import type { ErrorCategory, IssuanceResult } from '@app/domain';
import { PARTNERS } from '@app/partner-registry';
import { createLogger } from '@app/platform';
import type {
  DocumentReply,
  FetchedDocument,
  IssuanceCallback,
  IssuanceCallOptions,
  MessageOutcome,
  PartnerCallOptions,
  PartnerGateway,
  PostedAs,
} from '@app/ports';
import { canonicalErrorOf, ManualClock } from '@app/testing';
import { assemble } from '../assemble.js';
import type { Delivery, WorkLimits } from '../issue-policy/issuance-order.js';
import { FleetInMemory } from './fleet-in-memory.js';

export const firstDelivery: Delivery = { receiveCount: 1, attributes: {} };

export const schedule: PartnerDocument = {
  id: '01934f2a-0000-7000-8000-0000000000d1',
  type: 'POLICY_SCHEDULE',
  contentType: 'application/pdf',
  reference: '/documents/1',
};

export const issuedReply = (documents: readonly PartnerDocument[] = []): IssuanceReply => ({
  outcome: 'ISSUED',
  policyNumber: 'P-1',
  period: { from: '2026-12-01', to: '2027-11-30' },
  documents: [...documents],
});

type ErrorChanges = Parameters<typeof canonicalErrorOf>[0];

export const issuanceError = (
  outcome: 'REFUSED' | 'UNKNOWN' | 'FAILED',
  category: ErrorCategory,
  changes: ErrorChanges = {},
): IssuanceReply => ({ outcome, error: canonicalErrorOf({ category, retryable: false, ...changes }) });

export const pdf: DocumentReply = {
  outcome: 'FETCHED',
  contentType: 'application/pdf',
  bytes: Buffer.from('%PDF-1.7'),
};

/** A business service that takes everything, unless it is told what to fail with next. */
export class IssuanceCallbackInMemory implements IssuanceCallback {
  readonly asked: unknown[] = [];
  readonly posted: IssuanceResult[] = [];
  readonly kept: FetchedDocument[] = [];
  postedAs: PostedAs = 'STORED';
  isWantedNow: () => Promise<boolean> = async () => true;
  readonly postFailures: Error[] = [];
  readonly documentFailures: Error[] = [];

  async isWanted(applicationId: string, attempt: number): Promise<boolean> {
    this.asked.push({ applicationId, attempt });
    return this.isWantedNow();
  }

  async post(result: IssuanceResult): Promise<PostedAs> {
    const failure = this.postFailures.shift();
    if (failure !== undefined) throw failure;
    this.posted.push(result);
    return this.postedAs;
  }

  async keepDocument(document: FetchedDocument): Promise<void> {
    const failure = this.documentFailures.shift();
    if (failure !== undefined) throw failure;
    this.kept.push(document);
  }
}

export class PolicyPartnerInMemory implements PartnerGateway {
  readonly calls: { readonly call: IssuanceRequestedData; readonly options: IssuanceCallOptions }[] = [];
  readonly documentCalls: { readonly call: DocumentCall; readonly options: PartnerCallOptions }[] = [];
  reply: () => IssuanceReply | Promise<IssuanceReply> = () => issuedReply();
  documentReply: (call: DocumentCall) => DocumentReply = () => pdf;

  quote(): Promise<PartnerReply> {
    throw new Error('nobody asks for a quote here');
  }

  async issue(call: IssuanceRequestedData, options: IssuanceCallOptions): Promise<IssuanceReply> {
    this.calls.push({ call, options });
    return this.reply();
  }

  async document(call: DocumentCall, options: PartnerCallOptions): Promise<DocumentReply> {
    this.documentCalls.push({ call, options });
    return this.documentReply(call);
  }
}

/** The service without its doors, and everything around it in memory. It lives as long as the test. */
export function issuingInMemory(
  gateway: PartnerGateway,
  issuanceCallback: IssuanceCallback,
  clock = new ManualClock(),
) {
  const fleet = new FleetInMemory();
  const log: string[] = [];
  const chance = { random: 0 };
  const stopping = new AbortController();
  const service = assemble({
    partners: PARTNERS,
    gateway,
    issuanceCallback,
    stopping: stopping.signal,
    sink: { post: async () => undefined },
    wanted: { isWanted: async () => true },
    fleet,
    replica: { replicaId: 'replica-1', service: 'reactive/motor' },
    hedgeQuotes: false,
    clock,
    newId: () => 'id',
    random: () => chance.random,
    logger: createLogger('test', 'trace', { write: (line) => log.push(line) }),
  });
  return {
    ...service,
    clock,
    fleet,
    /** What is drawn wherever chance decides. */
    chance,
    /** As `main.ts` does when it is told to end. */
    stop: () => stopping.abort('stopping'),
    /** Every line that was logged. */
    log,
    handle: (event: unknown, delivery: Delivery = firstDelivery, limits?: WorkLimits): Promise<MessageOutcome> =>
      service.issuePolicy.handle(event, delivery, limits),
  };
}
