import { MAX_DOCUMENT_BYTES } from '@app/contracts';
import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import {
  type AdapterTools,
  failure,
  isSuccess,
  isWorthAsking,
  type PartnerHttp,
  type PartnerResponse,
  partnerRefusal,
  readJson,
  whileAnybodyWaits,
} from '@app/partner-kit';
import { fizzbuzz } from '@app/partner-registry';
import { Batches } from './batches.js';
import { readRefusal } from './errors.js';
import { type RpcAnswer, type RpcCall, type RpcError, rpcAnswers } from './json-rpc.js';

export interface FizzbuzzClientParts {
  readonly http: PartnerHttp;
  /** Absent where our certificate says who we are. */
  readonly bearer: string | undefined;
  readonly clock: AdapterTools['clock'];
}

/** Why a call brought no result, and what F says beside the code. */
export interface FizzbuzzRefusal {
  readonly error: CanonicalError;
  readonly data?: RpcError['data'];
}

type Answer = Result<unknown, FizzbuzzRefusal>;

interface Call {
  readonly method: string;
  readonly params: object;
  readonly signal: AbortSignal;
}

interface WaitingCall extends Call {
  readonly settle: (answer: Answer) => void;
}

/** How large the answer may be, if larger than others. */
interface ResponseSize {
  readonly maxResponseBytes?: number;
}

/** partners.md F.1. */
const CALLS_IN_A_BATCH = 10;
const GATHER_MS = 3;

/** A document in base64, and what stands around it. */
const LARGEST_POLICY_BYTES = Math.ceil(MAX_DOCUMENT_BYTES / 3) * 4 + 65_536;

const timedOut = (): CanonicalError =>
  failure('TIMEOUT', 'no complete answer within the time limit', { retryable: true });

function answerOf(answer: RpcAnswer | undefined): Answer {
  if (answer === undefined) return refused({ error: failure('PROTOCOL', 'came back without an answer to this call') });
  if (!('error' in answer)) return ok(answer.result);
  return refused({ error: readRefusal(answer.error), data: answer.error.data });
}

/** F's API (partners.md F). Sends calls that come together in one batch; what things mean is the lines' business. */
export class FizzbuzzClient {
  private readonly batches: Batches<WaitingCall>;

  constructor(private readonly parts: FizzbuzzClientParts) {
    const send = (batch: readonly WaitingCall[]) => void this.sendBatch(batch);
    this.batches = new Batches({ clock: parts.clock, limit: CALLS_IN_A_BATCH, gatherMs: GATHER_MS, send });
  }

  /** One call: its result as it came, or its own refusal, whatever becomes of others in the same batch. */
  async call(method: string, params: object, signal: AbortSignal): Promise<Result<unknown, CanonicalError>> {
    const answer = await answered({ method, params, signal }, (waiting) => this.batches.add(waiting));
    return answer.ok ? answer : refused(answer.error.error);
  }

  /** One call about a policy, whose documents are in the answer. `policy.issue` must not share a batch (partners.md F.3). */
  callAlone(method: string, params: object, signal: AbortSignal): Promise<Result<unknown, FizzbuzzRefusal>> {
    const size = { maxResponseBytes: LARGEST_POLICY_BYTES };
    return answered({ method, params, signal }, (waiting) => void this.sendBatch([waiting], size));
  }

  private async sendBatch(gathered: readonly WaitingCall[], size: ResponseSize = {}): Promise<void> {
    // One whose time is nearly over settles itself when it is.
    const waiting = gathered.filter(({ signal }) => isWorthAsking(signal));
    if (waiting.length === 0) return;
    const calls = waiting.map(({ method, params }, index): RpcCall => {
      return { jsonrpc: '2.0', id: index + 1, method, params };
    });
    const response = await this.post(calls, whileAnybodyWaits(waiting.map(({ signal }) => signal)), size);
    const answers = response.ok ? readJson(response.value, rpcAnswers) : response;
    if (!answers.ok) return settleAll(waiting, refused({ error: answers.error }));
    const byId = new Map(answers.value.map((answer) => [answer.id, answer]));
    const toAll = byId.get(null);
    for (const [index, { settle }] of waiting.entries()) settle(answerOf(byId.get(index + 1) ?? toAll));
  }

  private async post(
    calls: readonly RpcCall[],
    signal: AbortSignal,
    size: ResponseSize,
  ): Promise<Result<PartnerResponse, CanonicalError>> {
    const { http, bearer } = this.parts;
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    };
    const body = JSON.stringify(calls.length === 1 ? calls[0] : calls);
    const sent = { method: 'POST', path: '/rpc', headers, body, countsAs: calls.length, ...size } as const;
    const response = await http.send(sent, signal);
    if (!response.ok || isSuccess(response.value)) return response;
    return refused(partnerRefusal(response.value, fizzbuzz.errorCodes));
  }
}

/** The answer to a call, or that its time was over, as soon as it was. */
function answered(call: Call, send: (waiting: WaitingCall) => void): Promise<Answer> {
  const { signal } = call;
  return new Promise((resolve) => {
    const onAbort = () => resolve(refused({ error: timedOut() }));
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    const settle = (answer: Answer) => {
      signal.removeEventListener('abort', onAbort);
      resolve(answer);
    };
    send({ ...call, settle });
  });
}

const settleAll = (calls: readonly WaitingCall[], answer: Answer): void => {
  for (const { settle } of calls) settle(answer);
};
