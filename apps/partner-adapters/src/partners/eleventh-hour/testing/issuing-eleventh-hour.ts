import { type IssuanceReply, issuanceReply } from '@app/contracts';
import { PartnerHttp } from '@app/partner-kit';
import { type FakeAnswer, FakePartner, json, type ReceivedCall, silence } from '@app/partner-kit/testing';
import { eventually, ManualClock } from '@app/testing';
import { EleventhHourClient } from '../client.js';
import { EleventhHourPolicies } from '../policies/policies.js';
import { HEALTH_ORDER, ISSUED, withKeys } from './worked-policies.js';

export const PATH = '/api/v3/policies';
export const order = withKeys(HEALTH_ORDER);

export const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(status, { errors: [{ code, target: null, detail: 'No' }], traceId: 'tr-91' }, headers);

/** What each job says when it is polled, the last answer for ever. Jobs are made one for each id. */
export type Polls = (jobId: string) => FakeAnswer;
export const running: Polls = (jobId) => json(200, { jobId, state: 'RUNNING', pollAfterMs: 1_000 });
export const done =
  (result: object): Polls =>
  (jobId) =>
    json(200, { jobId, state: 'DONE', result });

const next = <Item>(items: Item[]): Item | undefined => (items.length > 1 ? items.shift() : items[0]);

/** Policies of an E whose jobs say what they are told to. */
export class IssuingEleventhHour {
  readonly clock = new ManualClock();
  /** By the number of the job, from 1. */
  readonly jobs: Record<number, Polls[]> = { 1: [done(ISSUED)] };
  /** What a submit is answered with instead, by its number. */
  readonly submits: Record<number, FakeAnswer> = {};
  /** Ids of jobs, in the order of their keys. */
  readonly keys: string[] = [];
  private readonly http: PartnerHttp;
  private present: EleventhHourPolicies;

  private constructor(readonly partner: FakePartner) {
    this.http = new PartnerHttp({ baseUrl: partner.url, clock: this.clock });
    this.present = this.begin();
  }

  static async start(): Promise<IssuingEleventhHour> {
    const eleventhHour: IssuingEleventhHour = new IssuingEleventhHour(
      await FakePartner.start((call) => eleventhHour.answer(call)),
    );
    return eleventhHour;
  }

  get policies(): EleventhHourPolicies {
    return this.present;
  }

  /** The adapter as it is after its start: what it remembers is lost. */
  restart(): void {
    this.present = this.begin();
  }

  submitCalls(): ReceivedCall[] {
    return this.partner.callsTo(PATH);
  }

  pollCalls(): ReceivedCall[] {
    return this.partner.calls.filter(({ method }) => method === 'GET');
  }

  /** The jobs that were asked for, by their number, in the order of the submits. */
  asked(): number[] {
    return this.submitCalls().map(({ headers }) => this.keys.indexOf(headers['x-request-id'] ?? '') + 1);
  }

  /** Lets time go on, a second whenever the next poll is waited for. */
  async issue(signal = new AbortController().signal): Promise<IssuanceReply> {
    const { clock, policies } = this;
    let isSettled = false;
    const settled = policies.issue(order, signal).finally(() => {
      isSettled = true;
    });
    await eventually(() => {
      // One sleeper is the end of the watch.
      if (clock.sleeping > 1) clock.advance(1_000);
      if (!isSettled) throw new Error('still waiting');
    });
    return issuanceReply.parse(await settled);
  }

  async stop(): Promise<void> {
    await this.http.close();
    await this.partner.close();
  }

  private begin(): EleventhHourPolicies {
    return new EleventhHourPolicies(new EleventhHourClient(this.http, 'ehk_sandbox_4c1f'), this.clock);
  }

  private answer(call: ReceivedCall): FakeAnswer {
    return call.method === 'POST' ? this.submitted(call) : this.polled(call);
  }

  private submitted({ headers }: ReceivedCall): FakeAnswer {
    const key = headers['x-request-id'] ?? '';
    if (!this.keys.includes(key)) this.keys.push(key);
    const number = this.keys.indexOf(key) + 1;
    const jobId = `ehp_0000000${number}`;
    return this.submits[number] ?? json(202, { jobId, state: 'QUEUED', statusUrl: `${PATH}/${jobId}` });
  }

  private polled({ path }: ReceivedCall): FakeAnswer {
    const jobId = path.slice(PATH.length + 1);
    const say = next(this.jobs[Number(jobId.slice(-1))] ?? []);
    return say?.(jobId) ?? silence;
  }
}
