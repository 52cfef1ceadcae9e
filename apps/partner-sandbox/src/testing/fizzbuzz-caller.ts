import { valueAt } from '../wire/json.js';
import { type HttpAnswer, send } from './http-answer.js';

/** M1 as F's text prints it (partners.md F.2). */
export const fizzbuzzMotorParams = {
  ref: 'Q-01J9-F',
  start: '2026-12-01',
  cover: 'FULL',
  modelRef: 7002,
  rto: 'IN-MH-12',
  registration: 'MH12AB1234',
  registeredOn: '2023-06-15',
  ncbEntitledPct: 35,
  paOwner: true,
  postcode: '411001',
  plans: ['BASIC', 'PLUS', 'MAX'],
};

/** R1 as F's text prints it. */
export const fizzbuzzTravelParams = {
  ref: 'Q-01J9-G',
  start: '2026-12-20',
  end: '2026-12-29',
  annual: false,
  countries: ['TH', 'SG'],
  travellers: [
    { no: 1, born: '1988-05-05', ped: false },
    { no: 2, born: '1990-11-23', ped: false },
    { no: 3, born: '2018-02-17', ped: false },
  ],
  postcode: '411001',
  plans: ['SILVER', 'GOLD', 'PLATINUM'],
};

export const rpcCall = (id: number | string, method: string, params: object): object => ({
  jsonrpc: '2.0',
  id,
  method,
  params,
});

export const fizzbuzzMotorCall = (params: object = {}, id: number | string = 1): object =>
  rpcCall(id, 'motor.quotePlans', { ...fizzbuzzMotorParams, ...params });

export const fizzbuzzTravelCall = (params: object = {}, id: number | string = 2): object =>
  rpcCall(id, 'travel.quotePlans', { ...fizzbuzzTravelParams, ...params });

export const fizzbuzzMagic = (value: string, id: number | string = 1): object =>
  fizzbuzzMotorCall({ registration: `MH12AB${value}` }, id);

export const fizzbuzzIssueParams = (offerId: string, dedupeKey: string, totalMinor = 1_543_400) => ({
  dedupeKey,
  offerId,
  totalMinor,
  payment: { ref: 'PAY-88f3', amountMinor: totalMinor, atMs: 1795428900000 },
  insured: {
    name: 'Asha Rao',
    email: 'asha@example.org',
    phone: '+919800000001',
    address: '12 Lake Road, Pune 411001',
  },
  asset: { engineNo: 'ENG123456', chassisNo: 'MA1AB2CD3EF456789' },
});

const BEARER = { authorization: 'Bearer fzb-sandbox-market' };

/** Calls F as a client would. */
export class FizzbuzzCaller {
  constructor(private readonly url: string) {}

  post(body: unknown, headers: Record<string, string> = BEARER): Promise<HttpAnswer> {
    const all = { 'content-type': 'application/json', ...headers };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return send(`${this.url}/rpc`, { method: 'POST', headers: all, body: text });
  }

  /** The result of one call; undefined when it failed. */
  async result(call: object): Promise<unknown> {
    return valueAt((await this.post(call)).json, ['result']);
  }

  /** The error of one call; undefined when it succeeded. */
  async error(call: object): Promise<unknown> {
    return valueAt((await this.post(call)).json, ['error']);
  }

  issue(params: object): Promise<HttpAnswer> {
    return this.post(rpcCall(7, 'policy.issue', params));
  }

  get(params: object): Promise<HttpAnswer> {
    return this.post(rpcCall(8, 'policy.get', params));
  }
}
