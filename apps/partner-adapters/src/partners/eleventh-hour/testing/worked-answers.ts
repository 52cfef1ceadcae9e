interface Priced {
  /** Rupees, as written on the wire. */
  readonly lines: Readonly<Record<string, string>>;
  readonly total: string;
  readonly instalments?: { readonly count: number; readonly amount: string; readonly firstDue: string };
}

export const H1: Priced = {
  lines: { MEMBER_1: '8902.92', MEMBER_2: '3863.95', MEMBER_3: '2419.20' },
  total: '15186.07',
};

export const H2: Priced = { lines: { MEMBER_1: '13257.01', MEMBER_2: '4276.06' }, total: '17533.07' };

export const H4: Priced = {
  lines: {
    MEMBER_1: '17136.29',
    MEMBER_2: '5399.49',
    MEMBER_3: '2759.40',
    MEMBER_4: '2759.40',
    DEDUCTIBLE_DISCOUNT: '-4208.19',
  },
  total: '23846.39',
};

const atOnce = (amount: string) => ({ count: 1, amount, firstDue: 'ON_ISSUE' });

export const L1: Priced = { lines: { BASE: '9884.00' }, total: '9884.00', instalments: atOnce('9884.00') };

export const L2: Priced = {
  lines: { BASE: '12632.90' },
  total: '13264.56',
  instalments: { count: 12, amount: '1105.38', firstDue: 'ON_ISSUE' },
};

export const L3: Priced = { lines: { BASE: '57315.00' }, total: '57315.00', instalments: atOnce('57315.00') };

/** The result of a finished job as partners.md E.3 prints it. */
export const resultOf = ({ lines, total, instalments }: Priced, referral?: { code: string; text: string }) => ({
  outcome: referral === undefined ? 'OFFER' : 'REFER',
  reasons: referral === undefined ? [] : [referral],
  offer: {
    offerId: 'eho_00000042',
    binding: referral === undefined,
    expiresAt: '2026-12-23T15:30:04+05:30',
    currency: 'INR',
    lines: Object.entries(lines).map(([code, amount]) => ({ code, amount })),
    net: total,
    tax: { scheme: 'GST', percent: '0', amount: '0.00', note: 'exempt' },
    total,
    ...(instalments === undefined ? {} : { instalments }),
  },
});

/** The job as it is polled when it is done. */
export const done = (result: object) => ({ jobId: 'ehj_00000042', state: 'DONE', result });
