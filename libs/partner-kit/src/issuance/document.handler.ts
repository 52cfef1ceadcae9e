import type { DocumentCall } from '@app/contracts';
import { type CanonicalError, type Result, refused } from '@app/domain';
import type { Logger } from '@app/platform';
import type { Clock } from '@app/ports';
import { type CallLimit, timeOfCall } from '../adapter/time-of-call.js';
import { failure } from '../errors/canonical-failure.js';
import { isForOperators } from '../errors/for-operators.js';
import { timedOut } from '../http/transport-failure.js';
import { isWorthAsking } from '../limits/call-time.js';
import { documentFault } from './document-faults.js';
import type { DocumentBytes, PartnerPolicies } from './partner-policies.js';

export interface DocumentHandlerParts {
  readonly policies: PartnerPolicies;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface DocumentRequest extends CallLimit {
  readonly data: DocumentCall;
  readonly traceId: string;
}

type Fetched = Result<DocumentBytes, CanonicalError>;

const factsOf = (fetched: Fetched) =>
  fetched.ok
    ? { outcome: 'FETCHED', bytes: fetched.value.bytes.length }
    : {
        outcome: 'FAILED',
        category: fetched.error.category,
        code: fetched.error.partnerCode,
        why: fetched.error.messageForOps,
      };

const NOT_YET_MS = 5_000;

/** Only documents of issued policies are asked for: one that the partner has not got is still being made. */
const perhapsSoon = (fetched: Fetched): Fetched =>
  !fetched.ok && fetched.error.category === 'NOT_FOUND' && fetched.error.httpStatus !== undefined
    ? refused({ ...fetched.error, retryable: true, retryAfterMs: NOT_YET_MS })
    : fetched;

/** One document of a policy, whatever the partner: only what is one goes out. */
export class DocumentHandler {
  constructor(private readonly parts: DocumentHandlerParts) {}

  async handle(call: DocumentRequest): Promise<Fetched> {
    const { clock, logger } = this.parts;
    const { applicationId, partner, document } = call.data;
    const startedAt = clock.now().getTime();
    const fetched = await this.fetch(call);
    const tookMs = clock.now().getTime() - startedAt;
    const facts = { applicationId, partner, documentId: document.id, ...factsOf(fetched), tookMs, trace: call.traceId };
    logger[!fetched.ok && isForOperators(fetched.error) ? 'error' : 'info'](facts, 'document call');
    return fetched;
  }

  private async fetch(call: DocumentRequest): Promise<Fetched> {
    const { policies, clock, logger } = this.parts;
    const time = timeOfCall(call, clock);
    try {
      if (!isWorthAsking(time.signal)) return refused(timedOut());
      const fetched = await policies.fetchDocument(call.data, time.signal);
      const fault = fetched.ok ? documentFault(fetched.value) : undefined;
      return fault === undefined ? perhapsSoon(fetched) : refused(failure('PROTOCOL', fault));
    } catch (error) {
      logger.error({ applicationId: call.data.applicationId, err: error }, 'a document could not be fetched');
      return refused(failure('PROTOCOL', 'the integration failed while it fetched a document'));
    } finally {
      time.end();
    }
  }
}
