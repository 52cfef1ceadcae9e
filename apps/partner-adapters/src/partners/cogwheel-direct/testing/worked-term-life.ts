import { termLifeRequestFor } from '../../../testing/canonical-requests.js';

interface PricedTerm {
  /** Rupees, as written on the wire. */
  readonly lines: Readonly<Record<string, string>>;
  readonly sumAssured: string;
  readonly net: string;
  readonly annual: string;
  readonly instalment: string;
  readonly premium: string;
}

export const L1: PricedTerm = {
  lines: { base: '12960.48', sum_assured_discount: '-1036.84' },
  sumAssured: '10000000',
  net: '11923.64',
  annual: '11924',
  instalment: '1049',
  premium: '11924',
};

export const L2: PricedTerm = {
  lines: { base: '13137.62' },
  sumAssured: '5000000',
  net: '13137.62',
  annual: '13138',
  instalment: '1156',
  premium: '13872',
};

export const L3: PricedTerm = {
  lines: { base: '63647.70', sum_assured_discount: '-7001.25' },
  sumAssured: '25000000',
  net: '56646.45',
  annual: '56646',
  instalment: '4985',
  premium: '56646',
};

/** An answer of C as partners.md C.2 prints it, for a life: rupees as JSON numbers, and no rounding (errata 5). */
export function printedTerm({ lines, sumAssured, net, annual, instalment, premium }: PricedTerm): string {
  const items = Object.entries(lines).map(([k, amt]) => `{"k":"${k}","amt":${amt}}`);
  const { requestId } = termLifeRequestFor('l1');
  return `{"status":"OK","request_ref":"${requestId}","quote":{"quote_no":"CGT4P0ZZ","firm":"Y",
    "valid_till":"30/11/2026 15:30","sum_assured":${sumAssured},"lines":[${items}],"net":${net},"tax":[],
    "premium_annual":${annual},"instalment":{"mode":"monthly","count":12,"amt":${instalment}},"premium":${premium}}}`;
}

/** The same while an underwriter has to look. */
export const referredTerm = (priced: PricedTerm): string =>
  printedTerm(priced)
    .replace('"status":"OK"', '"status":"REFER","refer":{"code":"C-RF-02","text":"Sum assured above 2 crore"}')
    .replace('"firm":"Y"', '"firm":"N"');

const request_ref = termLifeRequestFor('l1').requestId;
const start_date = '01/12/2026';

/** The term life examples of rating.md §9 in C's words (partners.md C.2 prints L1). */
export const TERM_QUESTIONS = [
  [
    'l1',
    {
      request_ref,
      start_date,
      life: { dob: '21/06/1994', sex: 'M', smoker: 'N', pin: '411001' },
      sum_assured: 10_000_000,
      term_years: 30,
      pay_mode: 'annual',
    },
  ],
  [
    'l2',
    {
      request_ref,
      start_date,
      life: { dob: '15/01/1985', sex: 'F', smoker: 'Y', pin: '411001' },
      sum_assured: 5_000_000,
      term_years: 20,
      pay_mode: 'monthly',
    },
  ],
  [
    'l3',
    {
      request_ref,
      start_date,
      life: { dob: '01/12/1975', sex: 'M', smoker: 'N', pin: '411001' },
      sum_assured: 25_000_000,
      term_years: 15,
      pay_mode: 'annual',
    },
  ],
] as const;
