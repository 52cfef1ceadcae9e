import { pct, sum } from '../../../rating/arithmetic.js';

export interface PriceLine {
  readonly code: string;
  readonly minor: number;
}

/** What every plan of F adds to its lines (rating.md §8). Amounts in paise. */
export interface Price {
  readonly lines: readonly PriceLine[];
  readonly net: number;
  readonly tax: number;
  readonly rounding: number;
  readonly total: number;
}

const GST_BASIS_POINTS = 1800;
const DIGITAL_FEE = 2_500;
const RUPEE = 100;

/** Lines without an amount are left out; the total is rounded up to a rupee. */
export function priceOf(all: readonly PriceLine[]): Price {
  const lines = all.filter(({ minor }) => minor !== 0);
  const net = sum(lines.map(({ minor }) => minor));
  const tax = pct(net, GST_BASIS_POINTS);
  const gross = net + tax + DIGITAL_FEE;
  const total = RUPEE * Math.ceil(gross / RUPEE);
  return { lines, net, tax, rounding: total - gross, total };
}

export const priceMembers = ({ lines, net, tax, rounding, total }: Price): Readonly<Record<string, unknown>> => ({
  lines,
  netMinor: net,
  tax: { kind: 'GST', bp: GST_BASIS_POINTS, minor: tax },
  untaxedFees: [{ code: 'DIGITAL_FEE', minor: DIGITAL_FEE }],
  roundingMinor: rounding,
  totalMinor: total,
});
