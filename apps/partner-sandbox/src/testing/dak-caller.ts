import { type HttpAnswer, send } from './http-answer.js';

export type DakFields = Readonly<Record<string, string>>;

/** M1 as D's text prints it (partners.md D.2). */
export const dakMotorRequest: DakFields = {
  txn_ref: 'Q01J9D',
  veh_cls: 'PVT',
  cvr: 'P',
  mmv_cd: 'PCGUL00102',
  rto_cd: '21012',
  regn1: 'MH',
  regn2: '12',
  regn3: 'AB',
  regn4: '1234',
  regn_dt: '15-JUN-2023',
  pol_start: '01-DEC-2026',
  prev_exp: '30-NOV-2026',
  prev_ncb: 'B',
  claim_yn: '0',
  fuel_cd: '1',
  idv: '',
  nil_dep: 'Y',
  rsa: 'Y',
  pa_own: 'Y',
  pin: '411001',
  mob: '9800000001',
};

export const dakMotorWith = (fields: DakFields): DakFields => ({ ...dakMotorRequest, ...fields });

export const dakMagic = (value: string, fields: DakFields = {}): DakFields => dakMotorWith({ regn4: value, ...fields });

export const dakProposal = (quoteNo: string): DakFields => ({
  quote_no: quoteNo,
  eng_no: 'ENG123456',
  chs_no: 'MA1AB2CD3EF456789',
  own_name: 'Asha Rao',
  own_addr: '12 Lake Road, Pune',
  own_pin: '411001',
  nom_name: 'Ravi Rao',
  nom_rel: 'SPOUSE',
});

export const dakIssueRequest = (propNo: string, payRef: string, amount = '13,435.00'): DakFields => ({
  prop_no: propNo,
  pay_ref: payRef,
  pay_dt: '23-NOV-2026',
  pay_amt: amount,
});

/** One answer of D, split into lines and fields. */
export interface DakAnswer extends HttpAnswer {
  readonly text: string;
  readonly lines: readonly (readonly string[])[];
  /** Result code of the header. */
  readonly code: string | undefined;
}

function dakAnswer(answer: HttpAnswer): DakAnswer {
  const text = answer.bytes.toString('latin1');
  const lines = text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => line.split('|'));
  return { ...answer, text, lines, code: lines[0]?.[1] };
}

const encoded = (fields: DakFields): string => new URLSearchParams(fields).toString();

/** Calls D as a client would. */
export class DakCaller {
  constructor(
    private readonly url: string,
    private readonly apiKey = 'dbk-sandbox-77',
  ) {}

  async post(script: string, form: DakFields | string, signal: AbortSignal | null = null): Promise<DakAnswer> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = typeof form === 'string' ? form : encoded(form);
    const url = `${this.url}/cgi-bin/${script}?api_key=${this.apiKey}`;
    return dakAnswer(await send(url, { method: 'POST', headers, body, signal }));
  }

  async get(script: string, query: DakFields): Promise<DakAnswer> {
    return dakAnswer(await send(`${this.url}/cgi-bin/${script}?${encoded({ api_key: this.apiKey, ...query })}`, {}));
  }

  quote(form: DakFields | string = dakMotorRequest, signal: AbortSignal | null = null): Promise<DakAnswer> {
    return this.post('pquote.do', form, signal);
  }

  async quoteNo(form: DakFields = dakMotorRequest): Promise<string> {
    return (await this.quote(form)).lines[0]?.[4] ?? '';
  }

  propose(quoteNo: string): Promise<DakAnswer> {
    return this.post('pprop.do', dakProposal(quoteNo));
  }

  /** The number of a proposal for a new quote. */
  async propNo(form: DakFields = dakMotorRequest): Promise<string> {
    return (await this.propose(await this.quoteNo(form))).lines[0]?.[4] ?? '';
  }

  issue(form: DakFields | string): Promise<DakAnswer> {
    return this.post('pissue.do', form);
  }

  status(propNo: string): Promise<DakAnswer> {
    return this.get('pstatus.do', { prop_no: propNo });
  }
}
