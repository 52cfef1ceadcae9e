import { type WireAnswer, type WirePush, wireJson } from '@app/partner-kit/conformance';
import { type FakeAnswer, json, type ReceivedCall } from '@app/partner-kit/testing';
import { signatureOf } from '../webhook-signature.js';

const PATH = '/api/v3/quote-requests';
const WEBHOOK_PATH = '/webhooks/eleventh-hour';
/** The published one of partners.md E.4. */
const WEBHOOK_SECRET = 'ehw_5b1c0de2a94f4e37';

/** Jobs as E runs them (partners.md E.2 to E.4): every submit makes one, whose result is pushed or polled for. */
export class PlayedJobs {
  private count = 0;
  private readonly polled = new Map<string, object>();

  /** A job whose result is pushed at once, signed: nobody has to wait for a poll. */
  pushed(result: object): WireAnswer {
    const jobId = this.newId();
    const event = { eventId: `evt_${jobId}`, type: 'quote.completed', jobId, result };
    return { ...this.accepted(jobId), pushes: () => this.signed(JSON.stringify(event)) };
  }

  /** A job that is done at its first poll, a second later, which is answered with this. */
  polledFor(done: (jobId: string) => object): WireAnswer {
    const jobId = this.newId();
    this.polled.set(jobId, done(jobId));
    return this.accepted(jobId);
  }

  /** Answers polls; undefined for submits. */
  readonly answerPoll = ({ method, path }: ReceivedCall): FakeAnswer | undefined => {
    if (method !== 'GET') return undefined;
    const jobId = path.slice(PATH.length + 1);
    return json(200, this.polled.get(jobId) ?? { jobId, state: 'RUNNING', pollAfterMs: 1_000 });
  };

  private newId(): string {
    this.count += 1;
    return `ehj_${String(this.count).padStart(8, '0')}`;
  }

  private accepted(jobId: string): WireAnswer {
    return wireJson(202, { jobId, state: 'QUEUED', statusUrl: `${PATH}/${jobId}`, pollAfterMs: 1_000 });
  }

  private signed(body: string): WirePush {
    const signature = signatureOf(Buffer.from(body), Math.floor(Date.now() / 1_000), WEBHOOK_SECRET);
    const headers = { 'content-type': 'application/json', 'x-eh-signature': signature };
    return { path: WEBHOOK_PATH, headers, body };
  }
}
