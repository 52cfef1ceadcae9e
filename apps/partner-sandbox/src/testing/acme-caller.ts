import { textAt } from '../wire/json.js';
import { type HttpAnswer, send } from './http-answer.js';

/** M1 as A's text prints it (partners.md A.2). */
export const acmeMotorRequest = {
  product: 'PRIVATE_CAR',
  partnerReference: 'Q-01J9-A',
  proposal: {
    coverage: 'PACKAGE',
    inceptionDate: '2026-12-01',
    vehicle: {
      modelCode: '410102',
      fuel: 'P',
      registrationNumber: 'MH-12-AB-1234',
      rto: 'MH-12',
      firstRegistered: '2023-06-15',
      isNew: false,
    },
    noClaim: { previousPercent: 25, claimsInExpiringPolicy: 0 },
    expiringPolicy: { expiryDate: '2026-11-30', insurerCode: 'OTHER' },
    insuredValue: null,
    voluntaryDeductible: 0,
    addOns: ['ZD', 'RSA'],
    ownerDriverPa: true,
  },
  customer: { type: 'INDIVIDUAL', dateOfBirth: '1990-04-12', pincode: '411001', mobile: '+919800000001' },
};

/** The same with other proposal members; a magic value goes into the plate. */
export const acmeMotorWith = (proposal: object, vehicle: object = {}): object => ({
  ...acmeMotorRequest,
  proposal: {
    ...acmeMotorRequest.proposal,
    ...proposal,
    vehicle: { ...acmeMotorRequest.proposal.vehicle, ...vehicle },
  },
});

export const acmeMagic = (value: string, proposal: object = {}): object =>
  acmeMotorWith(proposal, { registrationNumber: `MH-12-AB-${value}` });

export const acmeHealthMember = {
  memberNo: 1,
  relation: 'SELF',
  dateOfBirth: '1992-03-14',
  gender: 'M',
  preExisting: [],
  tobacco: false,
};

/** H1 as A's text prints it (partners.md A.2). */
export const acmeHealthRequest = {
  product: 'HEALTH',
  partnerReference: 'Q-01J9-H',
  proposal: {
    inceptionDate: '2026-12-01',
    policyType: 'FLOATER',
    sumInsured: 100000000,
    tenureYears: 1,
    pincode: '411001',
    members: [
      acmeHealthMember,
      { ...acmeHealthMember, memberNo: 2, relation: 'SPOUSE', dateOfBirth: '1994-08-02', gender: 'F' },
      { ...acmeHealthMember, memberNo: 3, relation: 'CHILD', dateOfBirth: '2021-01-19' },
    ],
  },
  customer: { type: 'INDIVIDUAL', dateOfBirth: '1992-03-14', pincode: '411001', mobile: '+919800000002' },
};

export const acmeHealthWith = (proposal: object): object => ({
  ...acmeHealthRequest,
  proposal: { ...acmeHealthRequest.proposal, ...proposal },
});

export const acmeIssueRequest = (quoteId: string, total = 1_738_161) => ({
  quoteId,
  acceptedTotal: total,
  payment: { reference: 'PAY-88f1', method: 'UPI', amount: total, paidAt: '2026-11-23T10:12:00Z' },
  proposer: { fullName: 'Asha Rao' },
  vehicle: { engineNumber: 'ENG123456', chassisNumber: 'MA1AB2CD3EF456789' },
});

const TOKEN_FORM = 'grant_type=client_credentials&scope=quotes%20policies';

/** Calls A as a client would. */
export class AcmeCaller {
  #token = '';

  constructor(private readonly url: string) {}

  token(clientId = 'market-sbx', form = TOKEN_FORM, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    const basic = Buffer.from(`${clientId}:acme-sbx-secret`).toString('base64');
    const all = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded', ...headers };
    return send(`${this.url}/oauth2/token`, { method: 'POST', headers: all, body: form });
  }

  async signIn(clientId = 'market-sbx'): Promise<this> {
    this.#token = textAt((await this.token(clientId)).json, ['access_token']) ?? '';
    return this;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return send(this.url + path, { headers: { authorization: `Bearer ${this.#token}`, ...headers } });
  }

  post(
    path: string,
    body: object | string,
    headers: Record<string, string> = {},
    signal: AbortSignal | null = null,
  ): Promise<HttpAnswer> {
    const all = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', ...headers };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return send(this.url + path, { method: 'POST', headers: all, body: text, signal });
  }

  quote(
    body: object | string = acmeMotorRequest,
    headers: Record<string, string> = {},
    signal: AbortSignal | null = null,
  ): Promise<HttpAnswer> {
    return this.post('/v1/quotes', body, headers, signal);
  }

  async quoteId(body: object = acmeMotorRequest): Promise<string> {
    return textAt((await this.quote(body)).json, ['quoteId']) ?? '';
  }

  issue(key: string, body: object | string): Promise<HttpAnswer> {
    return this.post('/v1/policies', body, { 'idempotency-key': key });
  }
}
