import type { CoverItem, PremiumComponent } from '@app/domain';
import type { MotorRequest } from '../adapter/quote-line.js';
import { type Adjustment, type Amount, adjusted } from './adjustments.js';

/** Facts of a motor risk that no partner takes (errata 20): priced without them, for one year. */
export function factsNobodyTakes({ risk }: MotorRequest): Adjustment[] {
  const notInsured = 'this insurer takes no declared values beside the vehicle';
  return [
    ...adjusted('policyTenureYears', risk.policyTenureYears, 1, 'priced for one year'),
    ...adjusted('electricalAccessoriesMinor', risk.electricalAccessoriesMinor, 0, notInsured),
    ...adjusted('nonElectricalAccessoriesMinor', risk.nonElectricalAccessoriesMinor, 0, notInsured),
    ...adjusted('externalGasKitMinor', risk.externalGasKitMinor, 0, notInsured),
  ];
}

/** The requested insured value against the applied one; nothing to compare when none was requested. */
export const insuredValueAdjustment = ({ risk }: MotorRequest, appliedMinor: Amount, reason: string) =>
  risk.requestedIdvMinor === null ? [] : adjusted('requestedIdvMinor', risk.requestedIdvMinor, appliedMinor, reason);

/** The single add-ons that a premium holds a price for. */
export const pricedAddOns = (components: readonly PremiumComponent[]): string[] =>
  components.flatMap(({ kind, addOn }) => (kind === 'PERSONAL_ACCIDENT' ? 'PA_OWNER_DRIVER' : (addOn ?? [])));

export interface SettledAddOns {
  readonly items: CoverItem[];
  readonly adjustments: Adjustment[];
}

/**
 * Wished add-ons against those included: each wish that was left out is an adjustment with its reason, and so is, once,
 * everything that came unasked.
 */
export function settleAddOns<AddOn extends string>(
  wished: readonly AddOn[],
  included: readonly string[],
  whyLeftOut: (addOn: AddOn) => string,
): SettledAddOns {
  const extras = included.filter((addOn) => !wished.some((wish) => wish === addOn));
  const leftOut = wished.filter((addOn) => !included.includes(addOn));
  const items = [...wished, ...extras].map((code): CoverItem => {
    return { code, state: included.includes(code) ? 'INCLUDED' : 'LEFT_OUT' };
  });
  const adjustments: Adjustment[] = leftOut.map((addOn) => {
    return { field: 'addOns', requested: addOn, applied: null, reason: whyLeftOut(addOn) };
  });
  if (extras.length > 0)
    adjustments.push({ field: 'addOns', requested: [...wished], applied: [...included], reason: 'sold as a bundle' });
  return { items, adjustments };
}
