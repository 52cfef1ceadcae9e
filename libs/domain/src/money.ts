/** Amounts are integers in the minor unit (paise for INR): ₹1 = 100. Never a float. */

const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/**
 * The minor units of a decimal text with at most two places: `"14444.43"` → 1444443, `"-0.5"` → -50.
 * Undefined when the text is anything else, or too large to be exact.
 */
export function minorFromDecimal(text: string): number | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', places = ''] = match;
  const magnitude = Number(whole) * 100 + Number(places.padEnd(2, '0'));
  if (!Number.isSafeInteger(magnitude)) return undefined;
  return sign === '-' && magnitude !== 0 ? -magnitude : magnitude;
}

/** The decimal text of an amount in minor units, always with two places: 1444443 → `"14444.43"`. */
export function decimalFromMinor(minor: number): string {
  const magnitude = Math.abs(minor);
  const whole = Math.trunc(magnitude / 100);
  return `${minor < 0 ? '-' : ''}${whole}.${String(magnitude % 100).padStart(2, '0')}`;
}

/** An amount for people, grouped the Indian way: 1738161 → `"₹17,381.61"`. */
export function formatRupees(minor: number): string {
  const [whole = '0', places = '00'] = decimalFromMinor(Math.abs(minor)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{2})*\d{3}$)/g, ',');
  return `${minor < 0 ? '-' : ''}₹${grouped}.${places}`;
}
