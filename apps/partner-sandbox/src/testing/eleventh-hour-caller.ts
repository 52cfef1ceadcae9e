import { textAt } from '../wire/json.js';
import { type HttpAnswer, send } from './http-answer.js';

const person = (ref: string, relationship: string, birthDate: string) => ({
  ref,
  relationship,
  birthDate,
  conditions: [],
  tobacco: false,
});

/** H1 as E's text prints it, without the callback (partners.md E.2). */
export const eleventhHourHealthRequest = {
  line: 'HEALTH',
  externalRef: 'Q-01J9-E',
  health: {
    startsOn: '2026-12-01',
    sumInsured: '1000000',
    basis: 'FLOATER',
    deductible: '0',
    postalCode: '411001',
    persons: [
      person('p1', 'SELF', '1992-03-14'),
      person('p2', 'SPOUSE', '1994-08-02'),
      person('p3', 'CHILD', '2021-01-19'),
    ],
  },
};

export const eleventhHourHealthWith = (health: object, members: object = {}): object => ({
  ...eleventhHourHealthRequest,
  ...members,
  health: { ...eleventhHourHealthRequest.health, ...health },
});

export const eleventhHourMagic = (value: string, members: object = {}): object =>
  eleventhHourHealthWith({ postalCode: `41${value}` }, members);

/** L2, whose offer E's text prints. */
export const eleventhHourTermRequest = {
  line: 'TERM',
  externalRef: 'Q-01J9-L',
  term: {
    startsOn: '2026-12-01',
    birthDate: '1985-01-15',
    sex: 'FEMALE',
    smoker: true,
    sumAssured: '5000000',
    termYears: 20,
    frequency: 'MONTHLY',
    occupationClass: 2,
    annualIncome: '800000',
    postalCode: '411001',
  },
};

export const eleventhHourTermWith = (term: object): object => ({
  ...eleventhHourTermRequest,
  term: { ...eleventhHourTermRequest.term, ...term },
});

export const eleventhHourIssueRequest = (offerId: string, total = '15186.07') => ({
  offerId,
  total,
  payment: { ref: 'PAY-88f2', amount: total, receivedAt: '2026-11-23T15:45:00+05:30' },
  holder: { fullName: 'Asha Rao', email: 'asha@example.org', mobile: '+919800000002', nominee: 'Ravi Rao' },
  externalRef: 'ISS-01J9-E',
  callback: null,
});

const QUOTES = '/api/v3/quote-requests';
const POLICIES = '/api/v3/policies';

export const requestId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Calls E as a client would, each submission under an id of its own unless it is given one. */
export class EleventhHourCaller {
  #submissions = 0;

  constructor(private readonly url: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return send(this.url + path, { headers: { authorization: 'ApiKey ehk_sandbox_4c1f', ...headers } });
  }

  post(path: string, body: object | string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    this.#submissions += 1;
    const all = {
      authorization: 'ApiKey ehk_sandbox_4c1f',
      'content-type': 'application/json',
      'x-request-id': requestId(900_000 + this.#submissions),
      ...headers,
    };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return send(this.url + path, { method: 'POST', headers: all, body: text });
  }

  submit(body: object | string = eleventhHourHealthRequest, id?: string): Promise<HttpAnswer> {
    return this.post(QUOTES, body, id === undefined ? {} : { 'x-request-id': id });
  }

  poll(jobId: string): Promise<HttpAnswer> {
    return this.get(`${QUOTES}/${jobId}`);
  }

  issue(body: object | string, id?: string): Promise<HttpAnswer> {
    return this.post(POLICIES, body, id === undefined ? {} : { 'x-request-id': id });
  }

  pollPolicy(jobId: string): Promise<HttpAnswer> {
    return this.get(`${POLICIES}/${jobId}`);
  }

  async jobId(body: object = eleventhHourHealthRequest): Promise<string> {
    return textAt((await this.submit(body)).json, ['jobId']) ?? '';
  }
}
