import { requestFor } from '../../../testing/canonical-requests.js';

export interface Priced {
  /** Rupees, as written on the wire. */
  readonly lines: Readonly<Record<string, string>>;
  readonly net: string;
  readonly half: string;
  readonly rounding: string;
  readonly premium: string;
  readonly idv?: string;
  readonly compulsory: string;
}

export const M1: Priced = {
  lines: {
    own_damage: '12861.23',
    ncb: '-4501.43',
    bundle_smart: '2368.63',
    third_party: '3416',
    pa_owner: '300',
  },
  net: '14444.43',
  half: '1300',
  rounding: '-0.43',
  premium: '17044',
  idv: '504362',
  compulsory: '1000',
};

export const M2: Priced = {
  lines: { own_damage: '11254.55', bundle_smart: '2010.15', third_party: '3416', pa_owner: '300' },
  net: '16980.70',
  half: '1528.26',
  rounding: '-0.22',
  premium: '20037',
  idv: '424700',
  compulsory: '1000',
};

export const M3: Priced = {
  lines: { third_party: '2094', pa_owner: '300' },
  net: '2394',
  half: '215.46',
  rounding: '0.08',
  premium: '2825',
  compulsory: '0',
};

export const M4: Priced = {
  lines: { own_damage: '20510.71', bundle_max: '7491.7', third_party: '1780', pa_owner: '300' },
  net: '30082.41',
  half: '2707.42',
  rounding: '-0.25',
  premium: '35497',
  idv: '911587',
  compulsory: '1000',
};

export const M5: Priced = {
  lines: {
    own_damage: '38628.10',
    ncb: '-9657.03',
    bundle_max: '11235.6',
    third_party: '7897',
    pa_owner: '300',
  },
  net: '48403.67',
  half: '4356.33',
  rounding: '-0.33',
  premium: '57116',
  idv: '1379575',
  compulsory: '2000',
};

export const T1: Priced = {
  lines: { own_damage: '1156.77', ncb: '-289.19', bundle_smart: '379.51', third_party: '1366', pa_owner: '300' },
  net: '2913.09',
  half: '262.18',
  rounding: '-0.45',
  premium: '3437',
  idv: '66101',
  compulsory: '100',
};

export const T2: Priced = {
  lines: { third_party: '714', pa_owner: '300' },
  net: '1014',
  half: '91.26',
  rounding: '0.48',
  premium: '1197',
  compulsory: '0',
};

export const T3: Priced = {
  lines: { own_damage: '1743.92', ncb: '-348.78', bundle_smart: '671.83', third_party: '607' },
  net: '2673.97',
  half: '240.66',
  rounding: '-0.29',
  premium: '3155',
  idv: '124566',
  compulsory: '100',
};

/** An answer of C as partners.md C.2 prints it, for a vehicle: rupees as JSON numbers. */
export function printed({ lines, net, half, rounding, premium, idv, compulsory }: Priced): string {
  const items = Object.entries(lines).map(([k, amt]) => `{"k":"${k}","amt":${amt}}`);
  const { requestId } = requestFor('m1');
  return `{"status":"OK","request_ref":"${requestId}","quote":{"quote_no":"CGQ7K2M1","firm":"Y",
    "valid_till":"30/11/2026 15:30",${idv === undefined ? '' : `"idv":${idv},`}"lines":[${items}],"net":${net},
    "tax":[{"k":"CGST","pct":9,"amt":${half}},{"k":"SGST","pct":9,"amt":${half}}],"rounding":${rounding},
    "premium":${premium},"excess":{"compulsory":${compulsory}}}}`;
}
