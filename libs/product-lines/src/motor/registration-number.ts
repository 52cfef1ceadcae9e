/** Registration numbers without separators (partners.md 0.8). */
const PLAIN = /^([A-Z]{2})([0-9]{1,2})([A-Z]{0,3})([0-9]{1,4})$/;
const BH_SERIES = /^([0-9]{2})(BH)([0-9]{4})([A-Z]{1,2})$/;

export const REGISTRATION_NUMBER = new RegExp(`${PLAIN.source}|${BH_SERIES.source}`);

export const isBhSeries = (registrationNumber: string): boolean => BH_SERIES.test(registrationNumber);

/**
 * The parts a plate is written in: `MH12AB1234` → `['MH', '12', 'AB', '1234']`, `22BH1234AA` → `['22', 'BH', '1234',
 * 'AA']`. A plate without a series has three parts, its office two digits when that is possible (errata 14).
 * Throws for a text that is no registration number: check it at the edge.
 */
export function registrationParts(registrationNumber: string): string[] {
  const match = BH_SERIES.exec(registrationNumber) ?? PLAIN.exec(registrationNumber);
  if (match === null) throw new RangeError('Not a registration number');
  return match.slice(1).filter((part) => part !== '');
}
