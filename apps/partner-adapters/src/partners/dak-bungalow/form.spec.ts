import { describe, expect, it } from '@jest/globals';
import { formBody } from './form.js';

describe('a form in ISO-8859-1', () => {
  it.each([
    ['01-DEC-2026', '01-DEC-2026'],
    ['', ''],
    ['12+Lake+Road%2C+R%26D', '12 Lake Road, R&D'],
    ['Ren%E9e', 'Renée'],
    ['%3F', '₹'],
    ['%3F', '😀'],
    ['a%3Db%25c%7E', 'a=b%c~'],
  ])('has %s for %p', (written, value) => {
    expect(formBody({ own_name: value, own_pin: '411001' })).toBe(`own_name=${written}&own_pin=411001`);
  });
});
