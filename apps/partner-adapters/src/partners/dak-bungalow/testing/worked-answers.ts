/** A worked example of rating.md §9, as D prints it (partners.md D.2). */
export interface Printed {
  /** Empty for liability cover. */
  readonly idv: string;
  readonly items: readonly (readonly [description: string, amount: string])[];
  readonly net: string;
  readonly gst: string;
  readonly total: string;
}

export const M1: Printed = {
  idv: '4,71,000.00',
  items: [
    ['BASIC OD', '13,895.00'],
    ['OD DISCOUNT', '4,863.00-'],
    ['NCB', '3,161.00-'],
    ['NIL DEP', '1,649.00'],
    ['RSA', '125.00'],
    ['BASIC TP', '3,416.00'],
    ['PA OWNER DRIVER', '325.00'],
  ],
  net: '11,386.00',
  gst: '2,049.00',
  total: '13,435.00',
};

export const M2R: Printed = {
  idv: '4,96,000.00',
  items: [
    ['BASIC OD', '14,086.00'],
    ['AGE LOADING', '704.00'],
    ['OD DISCOUNT', '5,177.00-'],
    ['RSA', '125.00'],
    ['BASIC TP', '3,416.00'],
    ['PA OWNER DRIVER', '325.00'],
  ],
  net: '13,479.00',
  gst: '2,426.00',
  total: '15,905.00',
};

export const M3: Printed = {
  idv: '',
  items: [
    ['BASIC TP', '2,094.00'],
    ['PA OWNER DRIVER', '325.00'],
  ],
  net: '2,419.00',
  gst: '435.00',
  total: '2,854.00',
};

export const M5: Printed = {
  idv: '13,89,500.00',
  items: [
    ['BASIC OD', '43,352.00'],
    ['OD DISCOUNT', '15,173.00-'],
    ['NCB', '7,045.00-'],
    ['NIL DEP', '4,863.00'],
    ['RSA', '125.00'],
    ['BASIC TP', '7,897.00'],
    ['PA OWNER DRIVER', '325.00'],
  ],
  net: '34,344.00',
  gst: '6,182.00',
  total: '40,526.00',
};

export const T1: Printed = {
  idv: '71,000.00',
  items: [
    ['BASIC OD', '1,200.00'],
    ['OD DISCOUNT', '420.00-'],
    ['NCB', '195.00-'],
    ['NIL DEP', '249.00'],
    ['BASIC TP', '1,366.00'],
    ['PA OWNER DRIVER', '325.00'],
  ],
  net: '2,525.00',
  gst: '455.00',
  total: '2,980.00',
};

export const T2: Printed = {
  idv: '',
  items: [
    ['BASIC TP', '714.00'],
    ['PA OWNER DRIVER', '325.00'],
  ],
  net: '1,039.00',
  gst: '187.00',
  total: '1,226.00',
};

/** What D's answers to our requests echo. */
export const TXN_REF = '700080000000000000a1';

export const lines = (...all: string[]): string => all.map((line) => `${line}\r\n`).join('');

/** A priced answer; with return code and E lines where it is not simply a success. */
export const priced = ({ idv, items, net, gst, total }: Printed, rc = '00|QUOTE OK', ...details: string[]): string =>
  lines(
    `H|${rc}|${TXN_REF}|DBQ2611230007|23-NOV-2026|07-DEC-2026|${idv}`,
    ...details,
    ...items.map(([description, amount], index) => `L|${index + 1}|${description}|${amount}`),
    `T|${items.length}|${net}|${gst}|${total}`,
  );

/** An answer without a price. */
export const unpriced = (rc: string, ...details: string[]): string => lines(`H|${rc}|${TXN_REF}||||`, ...details);
