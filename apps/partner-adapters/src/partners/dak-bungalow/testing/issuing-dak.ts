import { PartnerHttp } from '@app/partner-kit';
import { type FakeAnswer, FakePartner, silence, text } from '@app/partner-kit/testing';
import { ManualClock } from '@app/testing';
import { DakBungalowClient } from '../client.js';
import { DakPolicies } from '../policies/policies.js';
import { lines } from './worked-answers.js';
import { aboutProposal, ORDER } from './worked-policies.js';

export const plain = (body: string): FakeAnswer => text(200, 'text/plain; charset=ISO-8859-1', body);
export const MAINTENANCE = text(200, 'text/html', '<h1>SCHEDULED MAINTENANCE</h1>');

/** Answers without a price: about the quote, and about its proposal. */
export const aboutQuote = (rc: string, ...details: string[]) => plain(lines(`H|${rc}|DBQ2611230007||||`, ...details));
export const about = (rc: string, number?: string) => plain(aboutProposal(rc, number));

/** The key `dbk sandbox&77` as it stands in a query. */
export const KEY = 'api_key=dbk+sandbox%2677';
export const PROPOSE = `POST /cgi-bin/pprop.do?${KEY}`;
export const ISSUE = `POST /cgi-bin/pissue.do?${KEY}`;
export const STATUS = `GET /cgi-bin/pstatus.do?${KEY}&prop_no=DBP2611230004`;

/** Policies of a D that gives the answers it is told to, the last one for ever. */
export class IssuingDak {
  readonly clock = new ManualClock('2026-11-23T10:12:30Z');
  readonly policies: DakPolicies;
  answers: FakeAnswer[] = [];
  private readonly http: PartnerHttp;

  private constructor(readonly partner: FakePartner) {
    this.http = new PartnerHttp({ baseUrl: partner.url, clock: this.clock });
    const client = new DakBungalowClient(this.http, 'dbk sandbox&77');
    this.policies = new DakPolicies(client, () => this.clock.now());
  }

  static async start(): Promise<IssuingDak> {
    const next = () => (dak.answers.length > 1 ? dak.answers.shift() : dak.answers[0]) ?? silence;
    const dak: IssuingDak = new IssuingDak(await FakePartner.start(() => next()));
    return dak;
  }

  /** Method and path of every call so far. */
  get asked(): string[] {
    return this.partner.calls.map(({ method, path }) => `${method} ${path}`);
  }

  issue(order = ORDER) {
    return this.policies.issue(order, new AbortController().signal);
  }

  inquire(order = ORDER) {
    return this.policies.inquire(order, new AbortController().signal);
  }

  async stop(): Promise<void> {
    await this.http.close();
    await this.partner.close();
  }
}
