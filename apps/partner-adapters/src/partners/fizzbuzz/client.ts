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
import { type RpcAnswer, type RpcCall, rpcAnswers } from './json-rpc.js';

export interface FizzbuzzClientParts {
  readonly http: PartnerHttp;
  /** Absent where our certificate says who we are. */
  readonly bearer: string | undefined;
  readonly clock: AdapterTools['clock'];
}

type Answer = Result<unknown, CanonicalError>;

interface WaitingCall {
  readonly method: string;
  readonly params: object;
  readonly signal: AbortSignal;
  readonly settle: (answer: Answer) => void;
}

/** partners.md F.1. */
const CALLS_IN_A_BATCH = 10;
const GATHER_MS = 3;

const timedOut = (): CanonicalError =>
  failure('TIMEOUT', 'no complete answer within the time limit', { retryable: true });

function answerOf(answer: RpcAnswer | undefined): Answer {
  if (answer === undefined) return refused(failure('PROTOCOL', 'a batch came back without an answer to this call'));
  return 'error' in answer ? refused(readRefusal(answer.error)) : ok(answer.result);
}

/** F's API (partners.md F). Sends calls that come together in one batch; what things mean is the lines' business. */
export class FizzbuzzClient {
  private readonly batches: Batches<WaitingCall>;

  constructor(private readonly parts: FizzbuzzClientParts) {
    const send = (batch: readonly WaitingCall[]) => void this.sendBatch(batch);
    this.batches = new Batches({ clock: parts.clock, limit: CALLS_IN_A_BATCH, gatherMs: GATHER_MS, send });
  }

  /** One call: its result as it came, or its own refusal, whatever becomes of others in the same batch. */
  call(method: string, params: object, signal: AbortSignal): Promise<Answer> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(refused(timedOut()));
      const onAbort = () => resolve(refused(timedOut()));
      signal.addEventListener('abort', onAbort, { once: true });
      const settle = (answer: Answer) => {
        signal.removeEventListener('abort', onAbort);
        resolve(answer);
      };
      this.batches.add({ method, params, signal, settle });
    });
  }

  private async sendBatch(gathered: readonly WaitingCall[]): Promise<void> {
    // One whose time is nearly over settles itself when it is.
    const waiting = gathered.filter(({ signal }) => isWorthAsking(signal));
    if (waiting.length === 0) return;
    const calls = waiting.map(({ method, params }, index): RpcCall => {
      return { jsonrpc: '2.0', id: index + 1, method, params };
    });
    const response = await this.post(calls, whileAnybodyWaits(waiting.map(({ signal }) => signal)));
    const answers = response.ok ? readJson(response.value, rpcAnswers) : response;
    if (!answers.ok) return settleAll(waiting, answers);
    const byId = new Map(answers.value.map((answer) => [answer.id, answer]));
    const toAll = byId.get(null);
    for (const [index, { settle }] of waiting.entries()) settle(answerOf(byId.get(index + 1) ?? toAll));
  }

  private async post(calls: readonly RpcCall[], signal: AbortSignal): Promise<Result<PartnerResponse, CanonicalError>> {
    const { http, bearer } = this.parts;
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    };
    const body = JSON.stringify(calls.length === 1 ? calls[0] : calls);
    const response = await http.send({ method: 'POST', path: '/rpc', headers, body, countsAs: calls.length }, signal);
    if (!response.ok || isSuccess(response.value)) return response;
    return refused(partnerRefusal(response.value, fizzbuzz.errorCodes));
  }
}

const settleAll = (calls: readonly WaitingCall[], answer: Answer): void => {
  for (const { settle } of calls) settle(answer);
};
