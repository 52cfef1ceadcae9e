import { type WireAnswer, type WirePush, wireJson } from '@app/partner-kit/conformance';
import { type FakeAnswer, json, type ReceivedCall, text } from '@app/partner-kit/testing';
import { signatureOf } from '../webhook-signature.js';

const QUOTES = '/api/v3/quote-requests';
const POLICIES = '/api/v3/policies';
const WEBHOOK_PATH = '/webhooks/eleventh-hour';
/** The published one of partners.md E.4. */
const WEBHOOK_SECRET = 'ehw_5b1c0de2a94f4e37';

/** Jobs as E runs them (partners.md E.2 to E.5): every submit makes one, whose result is pushed or polled for. */
export class PlayedJobs {
  private count = 0;
  /** What a poll is answered with, by its path. */
  private readonly polled = new Map<string, FakeAnswer>();

  /** A job whose result is pushed at once, signed: nobody has to wait for a poll. */
  pushed(result: object): WireAnswer {
    const jobId = this.newId();
    const event = { eventId: `evt_${jobId}`, type: 'quote.completed', jobId, result };
    return { ...this.accepted(jobId), pushes: () => this.signed(JSON.stringify(event)) };
  }

  /** A job that is done at its first poll, a second later, which is answered with this. */
  polledFor(done: (jobId: string) => object): WireAnswer {
    const jobId = this.newId();
    this.polled.set(`${QUOTES}/${jobId}`, json(200, done(jobId)));
    return this.accepted(jobId);
  }

  /** A job that has made a policy, or has not, at its first poll. */
  policy(result: object): WireAnswer {
    const jobId = this.newId();
    return this.policyJob(jobId, json(200, { jobId, state: 'DONE', result }));
  }

  /** A job that goes on and on. */
  runningPolicy(): WireAnswer {
    return this.policyJob(this.newId());
  }

  /** A job for a policy that cannot be polled for. */
  lostPolicy({ status, contentType, body }: WireAnswer): WireAnswer {
    return this.policyJob(this.newId(), text(status, contentType, body));
  }

  /** Answers polls; undefined for everything else. */
  readonly answerPoll = ({ method, path }: ReceivedCall): FakeAnswer | undefined => {
    const isPoll = method === 'GET' && (path.startsWith(`${QUOTES}/`) || path.startsWith(`${POLICIES}/`));
    if (!isPoll) return undefined;
    const jobId = path.slice(path.lastIndexOf('/') + 1);
    return this.polled.get(path) ?? json(200, { jobId, state: 'RUNNING', pollAfterMs: 1_000 });
  };

  private policyJob(jobId: string, poll?: FakeAnswer): WireAnswer {
    const statusUrl = `${POLICIES}/${jobId}`;
    if (poll !== undefined) this.polled.set(statusUrl, poll);
    return wireJson(202, { jobId, state: 'QUEUED', statusUrl });
  }

  private newId(): string {
    this.count += 1;
    return `ehj_${String(this.count).padStart(8, '0')}`;
  }

  private accepted(jobId: string): WireAnswer {
    return wireJson(202, { jobId, state: 'QUEUED', statusUrl: `${QUOTES}/${jobId}`, pollAfterMs: 1_000 });
  }

  private signed(body: string): WirePush {
    const signature = signatureOf(Buffer.from(body), Math.floor(Date.now() / 1_000), WEBHOOK_SECRET);
    const headers = { 'content-type': 'application/json', 'x-eh-signature': signature };
    return { path: WEBHOOK_PATH, headers, body };
  }
}
