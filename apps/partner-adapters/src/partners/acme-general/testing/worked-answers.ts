import { requestFor } from '../../../testing/canonical-requests.js';

type Lines = Readonly<Record<string, number>>;

export interface Priced {
  readonly lines: Lines;
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly idv?: readonly [minimum: number, applied: number, maximum: number];
  readonly deductible: readonly [compulsory: number, voluntary: number];
  readonly unavailable?: readonly { code: string; reason: string }[];
}

/** An answer of A as partners.md A.2 prints it, for a vehicle. */
export const accepted = ({ lines, net, tax, total, idv, deductible, unavailable = [] }: Priced) => ({
  quoteId: 'AGQ-20261123-000017',
  partnerReference: requestFor('m1').requestId,
  decision: 'ACCEPTED',
  bindable: true,
  createdAt: '2026-11-23T10:00:00Z',
  validUntil: '2026-12-08T10:00:00Z',
  reasons: [] as object[],
  premium: {
    currency: 'INR',
    lines: Object.entries(lines).map(([code, amount]) => ({ code, amount })),
    net,
    taxes: [{ code: 'GST', rateBp: 1800, amount: tax }],
    total,
  },
  ...(idv === undefined
    ? {}
    : { insuredValue: { recommended: idv[1], minimum: idv[0], maximum: idv[2], applied: idv[1] } }),
  deductible: { compulsory: deductible[0], voluntary: deductible[1] },
  unavailableAddOns: unavailable,
});

export const M1: Priced = {
  lines: {
    OD_BASIC: 1546293,
    OD_DISCOUNT: -386573,
    NCB_DISCOUNT: -405902,
    ADDON_ZD: 329700,
    ADDON_RSA: 14900,
    TP_BASIC: 341600,
    PA_OWNER_DRIVER: 33000,
  },
  net: 1473018,
  tax: 265143,
  total: 1738161,
  idv: [42390000, 47100000, 51810000],
  deductible: [100000, 0],
};

export const M2: Priced = {
  lines: {
    OD_BASIC: 1662096,
    OD_DISCOUNT: -498629,
    VOLUNTARY_DEDUCTIBLE_DISCOUNT: -150000,
    ADDON_RSA: 14900,
    TP_BASIC: 341600,
    PA_OWNER_DRIVER: 33000,
  },
  net: 1402967,
  tax: 252534,
  total: 1655501,
  idv: [44640000, 49600000, 54560000],
  deductible: [100000, 500000],
  unavailable: [{ code: 'ZD', reason: 'VEHICLE_AGE' }],
};

export const M3: Priced = {
  lines: { TP_BASIC: 209400, PA_OWNER_DRIVER: 33000 },
  net: 242400,
  tax: 43632,
  total: 286032,
  deductible: [0, 0],
};

export const M4: Priced = {
  lines: {
    OD_BASIC: 2967679,
    OD_DISCOUNT: -741920,
    ADDON_ZD: 379620,
    ADDON_EP: 94905,
    TP_BASIC: 178000,
    PA_OWNER_DRIVER: 33000,
  },
  net: 2911284,
  tax: 524031,
  total: 3435315,
  idv: [85414500, 94905000, 104395500],
  deductible: [100000, 0],
};

export const M5: Priced = {
  lines: {
    OD_BASIC: 4779880,
    OD_DISCOUNT: -1194970,
    NCB_DISCOUNT: -896228,
    ADDON_ZD: 555800,
    ADDON_RSA: 14900,
    ADDON_RTI: 347375,
    TP_BASIC: 789700,
    PA_OWNER_DRIVER: 33000,
  },
  net: 4429457,
  tax: 797302,
  total: 5226759,
  idv: [125055000, 138950000, 152845000],
  deductible: [200000, 0],
};

export const M6: Priced = {
  lines: { OD_BASIC: 4671624, OD_DISCOUNT: -1401487, NCB_DISCOUNT: -654027, TP_BASIC: 316000 },
  net: 2932110,
  tax: 527780,
  total: 3459890,
  idv: [131760000, 146400000, 161040000],
  deductible: [100000, 0],
};

export const T1: Priced = {
  lines: {
    OD_BASIC: 124960,
    OD_DISCOUNT: -24992,
    NCB_DISCOUNT: -24992,
    ADDON_ZD: 42600,
    TP_BASIC: 136600,
    PA_OWNER_DRIVER: 33000,
  },
  net: 287176,
  tax: 51692,
  total: 338868,
  idv: [6390000, 7100000, 7810000],
  deductible: [10000, 0],
};

export const T2: Priced = {
  lines: { TP_BASIC: 71400, PA_OWNER_DRIVER: 33000 },
  net: 104400,
  tax: 18792,
  total: 123192,
  deductible: [0, 0],
};

export const T3: Priced = {
  lines: {
    OD_BASIC: 204823,
    OD_DISCOUNT: -40965,
    NCB_DISCOUNT: -32772,
    ADDON_ZD: 71952,
    ADDON_RSA: 7500,
    TP_BASIC: 60700,
  },
  net: 271238,
  tax: 48823,
  total: 320061,
  idv: [10792800, 11992000, 13191200],
  deductible: [10000, 0],
};
