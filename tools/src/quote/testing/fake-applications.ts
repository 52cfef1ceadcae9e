import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ApplicationView, Problem } from '@app/contracts';

const ID = '01980000-0000-7000-8000-000000000001';
const DOCUMENT_ID = '01980000-0000-4000-8000-00000000000d';
const SELF = `/v1/applications/${ID}`;
export const DOCUMENT_BYTES = Buffer.from('%PDF-1.7 the policy');

export const SAMPLE_DOCUMENT = {
  id: DOCUMENT_ID,
  type: 'POLICY_SCHEDULE',
  contentType: 'application/pdf',
  sha256: createHash('sha256').update(DOCUMENT_BYTES).digest('hex'),
  href: `${SELF}/documents/${DOCUMENT_ID}`,
};

/** What happens to an application next: what becomes of its fields, and the step that its history tells, if any. */
export interface NextState {
  readonly becomes: Partial<ApplicationView>;
  readonly attempt?: number;
  readonly reason?: string | null;
}

export const issued = (more: Partial<ApplicationView> = {}, reason: string | null = null): NextState => ({
  becomes: {
    ...{ status: 'ISSUED', policyNumber: 'POL-1', period: { from: '2026-12-01', to: '2027-11-30' } },
    ...more,
  },
  reason,
});

/** The bytes of the document have arrived. */
const documentArrives: NextState = { becomes: { documents: [SAMPLE_DOCUMENT] } };

/** As it is usually: the policy, then its document. */
export const ISSUED: readonly NextState[] = [issued(), documentArrives];

export const dearer = (previousTotalMinor: number, newTotalMinor: number): NextState => ({
  becomes: {
    status: 'PRICE_CHANGED',
    priceChange: { previousTotalMinor, newTotalMinor, currency: 'INR', decideBy: '2026-11-27T10:00:00.000Z' },
  },
});

const CREATED_AT = '2026-11-26T10:00:00.000Z';

/** Applications as http-api.md has them: each held read brings the next state, and so does the acceptance of a price. */
export class FakeApplications {
  /** The bodies of the applications and of the acceptances that were posted. */
  readonly applied: Record<string, unknown>[] = [];
  readonly accepted: Record<string, unknown>[] = [];
  readonly keys: unknown[] = [];
  /** Answers the next posts with these instead; `CUT` takes the post and loses the answer. */
  readonly refusals: (Problem | 'CUT')[] = [];
  documentBytes = DOCUMENT_BYTES;
  private readonly held = new EventEmitter();
  private current: ApplicationView | undefined;

  private readonly next: NextState[];

  constructor(next: readonly NextState[] = []) {
    this.next = [...next];
  }

  /** Resolves when a read is held with nothing left to tell. */
  async heldRead(): Promise<void> {
    await once(this.held, 'held');
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') this.post(request, JSON.parse(await text(request)), response);
    else if (request.url?.includes('/documents/')) response.end(this.documentBytes);
    else this.read(request, response);
  }

  private post(request: IncomingMessage, body: Record<string, unknown>, response: ServerResponse): void {
    this.keys.push(request.headers['idempotency-key']);
    const refusal = this.refusals.shift();
    if (typeof refusal === 'object') return void send(response, refusal.status, refusal);
    const isAcceptance = request.url?.endsWith('/acceptances') === true;
    (isAcceptance ? this.accepted : this.applied).push(body);
    if (refusal === 'CUT') return void response.destroy();
    const accepted = isAcceptance ? this.goOn(this.acceptance(body)) : this.start(body);
    send(response, 202, { ...accepted, accessToken: 'a-capability' });
  }

  private start({ offerId, acceptedTotalMinor }: Record<string, unknown>): ApplicationView {
    this.current = {
      ...{ id: ID, offerId: String(offerId), quoteRequestId: ID, partner: 'a', version: 1, createdAt: CREATED_AT },
      ...{ status: 'SUBMITTED', totalMinor: Number(acceptedTotalMinor), currency: 'INR', policyNumber: null },
      ...{ period: null, priceChange: null, refund: null, documents: [], links: { self: SELF } },
      events: [{ at: CREATED_AT, status: 'SUBMITTED', attempt: 1, reason: null }],
    };
    return this.current;
  }

  private acceptance({ acceptedTotalMinor }: Record<string, unknown>): NextState {
    const totalMinor = Number(acceptedTotalMinor);
    return { becomes: { status: 'SUBMITTED', totalMinor, priceChange: null }, attempt: 2, reason: 'PRICE_ACCEPTED' };
  }

  private goOn({ becomes, attempt = 1, reason }: NextState): ApplicationView {
    const before = this.current ?? this.start({});
    const { status } = { ...before, ...becomes };
    const isStep = reason !== undefined || status !== before.status;
    const step = { at: CREATED_AT, status, attempt, reason: reason ?? null };
    const events = isStep ? [...before.events, step] : before.events;
    this.current = { ...before, ...becomes, version: before.version + 1, events };
    return this.current;
  }

  private read(request: IncomingMessage, response: ServerResponse): void {
    const isHeld = request.headers['if-none-match'] === `"${this.current?.version}"`;
    const next = isHeld ? this.next.shift() : undefined;
    if (isHeld && next === undefined) return void this.held.emit('held');
    send(response, 200, next === undefined ? this.current : this.goOn(next));
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
