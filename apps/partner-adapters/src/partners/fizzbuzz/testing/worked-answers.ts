import { requestFor } from '../../../testing/canonical-requests.js';

type Lines = Readonly<Record<string, number>>;

/** One priced plan of rating.md §9, in paise. */
export interface Priced {
  readonly plan: string;
  readonly lines: Lines;
  readonly net: number;
  readonly tax: number;
  readonly rounding: number;
  readonly total: number;
  /** The insured value of a car. */
  readonly idv?: number;
  /** The medical limit of a traveller, in cents. */
  readonly limit?: number;
}

type Amounts = readonly [net: number, tax: number, rounding: number, total: number];

const car = (plan: string, idv: number, lines: Lines, [net, tax, rounding, total]: Amounts): Priced => {
  return { plan, idv, lines, net, tax, rounding, total };
};

const LIMITS: Readonly<Record<string, number>> = { SILVER: 5_000_000, GOLD: 10_000_000, PLATINUM: 50_000_000 };

const trip = (plan: string, amounts: readonly number[], family: number, [net, tax, rounding, total]: Amounts) => {
  const lines: Record<string, number> = {};
  for (const [index, amount] of amounts.entries()) lines[`TRAVELLER_${index + 1}`] = amount;
  if (family !== 0) lines.FAMILY = family;
  const limit = LIMITS[plan];
  return { plan, lines, net, tax, rounding, total, ...(limit === undefined ? {} : { limit }) };
};

const decline = (plan: string, code: string) => ({ plan, state: 'DECLINE', reason: { code, text: 'No' } });

/** A priced plan as partners.md F.2 prints it. */
export const offered = ({ plan, lines, net, tax, rounding, total, idv, limit }: Priced) => ({
  plan,
  state: 'OFFER',
  offerId: `FZS-0008-${plan}`,
  bindable: true,
  ...(idv === undefined ? {} : { idvMinor: idv }),
  ...(limit === undefined ? {} : { medicalLimit: { minor: limit, ccy: 'USD' } }),
  lines: Object.entries(lines).map(([code, minor]) => ({ code, minor })),
  netMinor: net,
  tax: { kind: 'GST', bp: 1800, minor: tax },
  untaxedFees: [{ code: 'DIGITAL_FEE', minor: 2500 }],
  roundingMinor: rounding,
  totalMinor: total,
});

export const referred = (priced: Priced) => ({ ...offered(priced), state: 'REFER', bindable: false });

/** The result of a call with these plans. */
export const quoteSet = (...plans: readonly object[]) => ({
  ref: requestFor('m1').requestId,
  quoteSetId: 'FZS-0008',
  currency: 'INR',
  validUntilMs: 1_795_687_200_000,
  plans,
});

const M1_BASIC_LINES = { OD: 1272000, DISCOUNT: -381600, NCB: -311640, TP: 341600, PA: 35000 };
const M1_PLUS_LINES = { OD: 1413000, DISCOUNT: -310860, NCB: -385749, ADDONS: 212820, TP: 341600, PA: 35000 };

export const M1 = [
  car('BASIC', 42400000, M1_BASIC_LINES, [955360, 171965, 75, 1129900]),
  car('PLUS', 47100000, M1_PLUS_LINES, [1305811, 235046, 43, 1543400]),
] as const;

export const M4 = [
  car('BASIC', 85400000, { OD: 2177700, DISCOUNT: -653310, TP: 178000, PA: 35000 }, [1737390, 312730, 80, 2052700]),
  car(
    'PLUS',
    94900000,
    { OD: 2419950, DISCOUNT: -532389, ADDONS: 413580, TP: 178000, PA: 35000 },
    [2514141, 452545, 14, 2969200],
  ),
  car(
    'MAX',
    102500000,
    { OD: 2613750, DISCOUNT: -392063, ADDONS: 901250, TP: 178000, PA: 35000 },
    [3335937, 600469, 94, 3939000],
  ),
] as const;

export const M5 = [
  car(
    'BASIC',
    125100000,
    { OD: 3690450, DISCOUNT: -1107135, NCB: -645829, TP: 789700, PA: 35000 },
    [2762186, 497193, 21, 3261900],
  ),
  car(
    'PLUS',
    139000000,
    { OD: 4100500, DISCOUNT: -902110, NCB: -799598, ADDONS: 598800, TP: 789700, PA: 35000 },
    [3822292, 688013, 95, 4512900],
  ),
  car(
    'MAX',
    150100000,
    { OD: 4427950, DISCOUNT: -664193, NCB: -940939, ADDONS: 1305850, TP: 789700, PA: 35000 },
    [4953368, 891606, 26, 5847500],
  ),
] as const;

export const M6 = [
  car(
    'BASIC',
    131800000,
    { OD: 3360900, DISCOUNT: -1008270, NCB: -470526, TP: 316000 },
    [2198104, 395659, 37, 2596300],
  ),
  car(
    'PLUS',
    146400000,
    { OD: 3733200, DISCOUNT: -821304, NCB: -582379, ADDONS: 629880, TP: 316000 },
    [3275397, 589571, 32, 3867500],
  ),
] as const;

export const R1 = [
  trip('SILVER', [21000, 21000, 12600], -4368, [50232, 9042, 26, 61800]),
  trip('GOLD', [28350, 28350, 17010], -5897, [67813, 12206, 81, 82600]),
  trip('PLATINUM', [44100, 44100, 26460], -9173, [105487, 18988, 25, 127000]),
] as const;

export const R2 = [
  trip('SILVER', [118800], 0, [118800, 21384, 16, 142700]),
  trip('GOLD', [160380], 0, [160380, 28868, 52, 191800]),
  trip('PLATINUM', [249480], 0, [249480, 44906, 14, 296900]),
] as const;

export const R4 = [
  trip('GOLD', [366444], 0, [366444, 65960, 96, 435000]),
  trip('PLATINUM', [570024], 0, [570024, 102604, 72, 675200]),
] as const;

export const M1_MAX = decline('MAX', 'FZ-D02');
const R4_SILVER = decline('SILVER', 'FZ-D13');
/** partners.md F.2, partial error. */
export const M6_MAX = { plan: 'MAX', state: 'ERROR', error: { code: 'FZ-E10', retryable: false, text: 'No table' } };

/** The whole results of the worked examples. */
export const RESULTS = {
  m1: quoteSet(...M1.map(offered), M1_MAX),
  m4: quoteSet(...M4.map(offered)),
  m5: quoteSet(...M5.map(offered)),
  m6: quoteSet(...M6.map(offered), M6_MAX),
  r1: quoteSet(...R1.map(offered)),
  r2: quoteSet(...R2.map(offered)),
  r4: quoteSet(R4_SILVER, ...R4.map(offered)),
};
