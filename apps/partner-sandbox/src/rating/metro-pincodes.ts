const METRO_PREFIXES: readonly string[] = ['11', '38', '40', '41', '50', '56', '60', '70'];

/** Whether a pincode belongs to one of the eight metros, where care costs more (rating.md §3.2, §7.1). */
export const isMetroPincode = (pincode: string): boolean => METRO_PREFIXES.includes(pincode.slice(0, 2));
