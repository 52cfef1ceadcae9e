export type ComponentKind =
  | 'OWN_DAMAGE'
  | 'THIRD_PARTY'
  | 'BASE'
  | 'MEMBER'
  | 'TRAVELLER'
  | 'ADD_ON'
  | 'PERSONAL_ACCIDENT'
  | 'LOADING'
  | 'DISCOUNT'
  | 'NCB_DISCOUNT'
  | 'FEE_TAXED';

export interface PremiumComponent {
  readonly kind: ComponentKind;
  readonly partnerCode: string;
  /** Signed: discounts are negative. */
  readonly amountMinor: number;
  /** The canonical add-on; null for a bundle of several. */
  readonly addOn?: string | null | undefined;
}

export interface PremiumTax {
  readonly scheme: string;
  /** Basis points: 1800 = 18 %. */
  readonly rateBp: number;
  readonly amountMinor: number;
}

export interface Instalment {
  readonly count: number;
  readonly amountMinor: number;
  readonly firstDue: string;
  readonly aprBp?: number | undefined;
}

export interface Premium {
  readonly currency: string;
  readonly components: readonly PremiumComponent[];
  readonly netMinor: number;
  readonly taxes: readonly PremiumTax[];
  readonly untaxedFeesMinor: number;
  readonly roundingMinor: number;
  readonly totalMinor: number;
  readonly periodMonths: number;
  readonly instalments: readonly Instalment[];
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/**
 * What is wrong with a premium's sums (canonical-model.md §6); empty when it adds up.
 * A partner answer that breaks one of these is a PROTOCOL failure, never shown.
 */
export function premiumFaults(premium: Premium): string[] {
  const components = sum(premium.components.map((component) => component.amountMinor));
  const taxes = sum(premium.taxes.map((tax) => tax.amountMinor));
  const { netMinor, untaxedFeesMinor, roundingMinor, totalMinor, instalments } = premium;
  const faults: string[] = [];
  if (components !== netMinor) faults.push(`components add up to ${components}, net is ${netMinor}`);
  const total = netMinor + taxes + untaxedFeesMinor + roundingMinor;
  if (total !== totalMinor) faults.push(`net, taxes, fees and rounding add up to ${total}, total is ${totalMinor}`);
  if (Math.abs(roundingMinor) >= 100) faults.push(`rounding of ${roundingMinor} is a rupee or more`);
  if (totalMinor <= 0) faults.push(`total of ${totalMinor} is not positive`);
  for (const { amountMinor, count } of instalments) {
    if (amountMinor * count !== totalMinor)
      faults.push(`${count} instalments of ${amountMinor} do not make ${totalMinor}`);
  }
  return faults;
}
