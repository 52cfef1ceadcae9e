import { describe, expect, it } from '@jest/globals';
import { type Column, printable, shorten, tableLines, widthOf } from './table.js';

interface Row {
  readonly name: string;
  readonly price: string;
  readonly note: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { title: 'Name', cell: ({ name }) => name },
  { title: 'Price', align: 'right', cell: ({ price }) => price },
  { title: '', cell: ({ note }) => note },
];

describe('a table', () => {
  it('pads every column to its widest text, prices to the right', () => {
    const rows = [
      { name: 'A', price: '₹17,381.61', note: 'good' },
      { name: 'Longer', price: '₹9.00', note: '' },
    ];
    expect(tableLines(COLUMNS, rows)).toEqual(['Name         Price', 'A       ₹17,381.61  good', 'Longer       ₹9.00']);
  });

  it('shortens the last column to what is left of the line', () => {
    const [, line = ''] = tableLines(COLUMNS, [{ name: 'A', price: '₹1.00', note: 'a long explanation' }], 20);
    expect(line).toBe('A     ₹1.00  a long…');
    expect(widthOf(line)).toBe(20);
  });

  it('paints a cell after padding it', () => {
    const painted = [
      { ...COLUMNS[0], title: 'Name', cell: ({ name }: Row) => name, paint: (text: string) => `<${text}>` },
    ];
    expect(tableLines(painted.concat(painted), [{ name: 'A', price: '', note: '' }])[1]).toBe('<A   >  <A>');
  });

  it('keeps control characters of others away from the terminal', () => {
    expect(printable('fine\x1b[2J\r\nreally')).toBe('fine [2J really');
  });

  it('counts characters as a reader does', () => {
    expect([widthOf('₹1'), widthOf('é'), widthOf('…')]).toEqual([2, 1, 1]);
    expect([shorten('abcdef', 4), shorten('abc', 4), shorten('abc', 0)]).toEqual(['abc…', 'abc', '']);
  });
});
