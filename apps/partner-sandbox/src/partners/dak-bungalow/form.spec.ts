import { describe, expect, it } from '@jest/globals';
import { readForm } from './form.js';

describe("D's forms", () => {
  it('are ISO-8859-1, escaped or not', () => {
    expect(readForm('own_name=Jos%E9+M%FCller&own_addr=Caf\u00e9%20%2B')).toEqual({
      own_name: 'José Müller',
      own_addr: 'Café +',
    });
  });

  it('treat an empty field as none, and leave a broken escape alone', () => {
    expect(readForm('idv=&rsa=Y&pin=4%&mob')).toEqual({ rsa: 'Y', pin: '4%' });
  });
});
