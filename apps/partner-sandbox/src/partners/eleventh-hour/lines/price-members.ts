import { decimalFromMinor } from '@app/domain';

export interface PriceLine {
  readonly code: string;
  readonly amount: number;
}

/** E sells what is exempt from tax. */
const EXEMPT = { scheme: 'GST', percent: '0', amount: '0.00', note: 'exempt' };

/** A price as every offer writes it; amounts in paise come out as decimal texts. */
export const priceMembers = (lines: readonly PriceLine[], totalMinor: number): Readonly<Record<string, unknown>> => ({
  lines: lines.map(({ code, amount }) => ({ code, amount: decimalFromMinor(amount) })),
  net: decimalFromMinor(totalMinor),
  tax: EXEMPT,
  total: decimalFromMinor(totalMinor),
});
