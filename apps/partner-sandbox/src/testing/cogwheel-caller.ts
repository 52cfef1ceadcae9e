import { createHash, createHmac } from 'node:crypto';
import { textAt } from '../wire/json.js';
import { type HttpAnswer, send } from './http-answer.js';

/** M1 as C's text prints it (partners.md C.2). */
export const cogwheelMotorRequest = {
  request_ref: 'Q-01J9-C',
  class: 'car',
  cover: 'comp',
  start_date: '01/12/2026',
  vehicle: { model_key: 'gulmohar.chalet.1-2-zxi', rto: 'mh12', reg_no: 'MH 12 AB 1234', reg_date: '15/06/2023' },
  ncb_entitled: 0.35,
  prior: { expiry_date: '30/11/2026', claims: 0 },
  bundle: 'smart',
  pa_owner: 'Y',
  proposer: { dob: '12/04/1990', pin: '411001', mobile: '9800000001' },
};

export const cogwheelMotorWith = (members: object, vehicle: object = {}): object => ({
  ...cogwheelMotorRequest,
  ...members,
  vehicle: { ...cogwheelMotorRequest.vehicle, ...vehicle },
});

export const cogwheelMagic = (value: string, members: object = {}): object =>
  cogwheelMotorWith(members, { reg_no: `MH 12 AB ${value}` });

/** L1 as C's text prints it (partners.md C.2). */
export const cogwheelTermRequest = {
  request_ref: 'Q-01J9-T',
  start_date: '01/12/2026',
  life: { dob: '21/06/1994', sex: 'M', smoker: 'N', pin: '560034' },
  sum_assured: 10000000,
  term_years: 30,
  pay_mode: 'annual',
};

export const cogwheelTermWith = (members: object, life: object = {}): object => ({
  ...cogwheelTermRequest,
  ...members,
  life: { ...cogwheelTermRequest.life, ...life },
});

export const cogwheelIssueRequest = (quoteNo: string, issueRef: string, premium = 17_044) => ({
  issue_ref: issueRef,
  quote_no: quoteNo,
  premium,
  payment: { utr: 'PAY-88f1', amt: premium, paid_on: '23/11/2026 15:42' },
  holder: { name: 'Asha Rao' },
  asset: { engine_no: 'ENG123456', chassis_no: 'MA1AB2CD3EF456789' },
});

const KEY_ID = 'cogk_sandbox_01';
const SECRET = 'cogs_3f9d2a7c51e84b06a1d77c0e5b92f4aa';

/** What a test may get wrong on purpose; a header given as undefined is left out. */
export type HeaderOverrides = Readonly<Record<string, string | undefined>>;

/** Calls C as a client would, with a fresh nonce each time. */
export class CogwheelCaller {
  #nonce = 0;

  constructor(
    private readonly url: string,
    private readonly now: () => Date,
  ) {}

  #headers(method: string, target: string, body: string, overrides: HeaderOverrides): Record<string, string> {
    this.#nonce += 1;
    const timestamp = overrides['x-cog-timestamp'] ?? String(Math.floor(this.now().getTime() / 1_000));
    const nonce = overrides['x-cog-nonce'] ?? `nonce-${String(this.#nonce).padStart(12, '0')}`;
    const digest = overrides['x-cog-content-sha256'] ?? createHash('sha256').update(body).digest('hex');
    const [path = '', query = ''] = target.split('?');
    const text = [method, path, query.split('&').sort().join('&'), timestamp, nonce, digest].join('\n');
    const headers = {
      'x-cog-key-id': KEY_ID,
      'x-cog-timestamp': timestamp,
      'x-cog-nonce': nonce,
      'x-cog-content-sha256': digest,
      'x-cog-signature': `v1=${createHmac('sha256', SECRET).update(text).digest('hex')}`,
      ...overrides,
    };
    return Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  }

  get(target: string, overrides: HeaderOverrides = {}): Promise<HttpAnswer> {
    return send(this.url + target, { headers: this.#headers('GET', target, '', overrides) });
  }

  post(target: string, body: object | string, overrides: HeaderOverrides = {}): Promise<HttpAnswer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { ...this.#headers('POST', target, text, overrides), 'content-type': 'application/json' };
    return send(this.url + target, { method: 'POST', headers, body: text });
  }

  quote(body: object | string = cogwheelMotorRequest, overrides: HeaderOverrides = {}): Promise<HttpAnswer> {
    return this.post('/v2/motor/quote', body, overrides);
  }

  quoteTerm(body: object = cogwheelTermRequest): Promise<HttpAnswer> {
    return this.post('/v2/term/quote', body);
  }

  async quoteNo(body: object = cogwheelMotorRequest): Promise<string> {
    return textAt((await this.quote(body)).json, ['quote', 'quote_no']) ?? '';
  }

  issue(body: object | string): Promise<HttpAnswer> {
    return this.post('/v2/policy/issue', body);
  }
}
