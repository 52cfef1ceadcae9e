import type { Fault } from '../fault.js';
import { bornAfter } from '../persons.js';
import type { ProductLine } from '../product-line.js';
import { COUNTRIES } from './countries.js';
import { canonicalTravelRisk, type TravelRisk, type TravelRiskInput, travelRisk } from './risk.js';

const unknownCountry = (pointer: string, code: string): Fault[] =>
  COUNTRIES.has(code) ? [] : [{ pointer, code: 'UNKNOWN_CODE', detail: `${code} is no country` }];

function checkTravelRisk(risk: Partial<TravelRiskInput>): Fault[] {
  const { departureDate, returnDate, destinations = [], originCountry, travellers = [] } = risk;
  const faults = [
    ...destinations.flatMap((code, index) => unknownCountry(`/risk/destinations/${index}`, code)),
    ...(originCountry === undefined ? [] : unknownCountry('/risk/originCountry', originCountry)),
    ...bornAfter(departureDate, travellers, 'travellers'),
  ];
  if (departureDate !== undefined && returnDate !== undefined && returnDate < departureDate) {
    const detail = `returns before the departure (${departureDate})`;
    faults.push({ pointer: '/risk/returnDate', code: 'DATE_ORDER', detail });
  }
  return faults;
}

export const travel: ProductLine<TravelRiskInput, TravelRisk> & { readonly id: 'travel' } = {
  id: 'travel',
  domain: 'travel',
  title: 'Travel insurance',
  questions: travelRisk,
  canonical: canonicalTravelRisk,
  check: checkTravelRisk,
  startDate: (risk) => risk.departureDate,
  complete: (risk) => ({
    ...risk,
    destinations: [...new Set(risk.destinations)],
    options: [...new Set(risk.options)],
  }),
  personalFields: ['/risk/travellers/*/preExisting'],
};
