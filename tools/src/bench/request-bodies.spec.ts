import { checkQuoteRequest } from '@app/contracts';
import { REGISTRATION_NUMBER } from '@app/product-lines';
import { describe, expect, it } from '@jest/globals';
import { plateOf, requestBodies } from './request-bodies.js';

describe('the requests of the bench', () => {
  it('have plates that differ and are not magic', () => {
    const plates = Array.from({ length: 20_000 }, (_, n) => plateOf(n));
    expect(new Set(plates).size).toBe(plates.length);
    expect(plates.filter((plate) => !REGISTRATION_NUMBER.test(plate))).toEqual([]);
    expect(plates.filter((plate) => /9\d{3}$/.test(plate))).toEqual([]);
  });

  it('are complete', () => {
    const next = requestBodies();
    const bodies = [JSON.parse(next()), JSON.parse(next())];
    expect(bodies.map(({ risk }) => risk.registrationNumber)).toEqual(['MH12AA1000', 'MH12AA1001']);
    expect(bodies.every((body) => checkQuoteRequest(body, () => ['acme-general', 'cogwheel-direct']).ok)).toBe(true);
  });
});
