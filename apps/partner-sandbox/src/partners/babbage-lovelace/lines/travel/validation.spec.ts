import { describe, expect, it } from '@jest/globals';
import { messageBody, rqUid, type TravelWishes, travelQuote } from '../../../../testing/babbage-messages.js';
import { travel } from './line.js';

/** `element code` of the one problem that is reported. */
function problemOf(content: string): string | undefined {
  const checked = travel.check(messageBody(content));
  return checked.ok ? undefined : `${checked.error.path.map(String).join('/')} ${checked.error.code}`;
}

const journey = (wishes: TravelWishes): string => travelQuote(rqUid(3), wishes);
const without = (element: string): string =>
  travelQuote().replaceAll(new RegExp(`<${element}.*?</${element}>`, 'gs'), '');

const LINE = 'PersTravelLineBusiness';
const LIMIT = `${LINE}/Coverage/0/Limit/FormatCurrencyAmt`;

describe("B's checks of a travel quote", () => {
  it('finds nothing wrong with the printed request', () => {
    expect(problemOf(travelQuote())).toBeUndefined();
  });

  it.each([
    [`${LINE}/TripInfo/DepartureDt BL-901`, without('TripInfo')],
    [`${LINE}/TripInfo/ReturnDt BL-901`, without('ReturnDt')],
    [`${LINE}/TripInfo/ReturnDt BL-903`, journey({ back: '2026-12-19' })],
    [`${LINE}/Destination BL-901`, without('Destination')],
    [`${LINE}/Destination BL-903`, journey({ countries: Array.from({ length: 11 }, () => 'TH') })],
    [`${LINE}/Destination/1/CountryCd BL-903`, journey({ countries: ['TH', 'IN'] })],
    [`${LINE}/Destination/0/CountryCd BL-903`, journey({ countries: ['THA'] })],
    [`${LINE}/Traveler BL-901`, without('Traveler')],
    [`${LINE}/Traveler BL-903`, journey({ born: Array.from({ length: 11 }, () => '1990-01-01') })],
    [`${LINE}/Traveler/0/PersonInfo/BirthDt BL-903`, journey({ born: ['2026-12-21'] })],
    [`${LINE}/Coverage BL-901`, without('Coverage')],
    [`${LINE}/Coverage BL-901`, travelQuote().replace('MEDEX', 'ADVENTURE')],
    [`${LINE}/Coverage/0/CoverageCd BL-903`, travelQuote().replace('MEDEX', 'BAGGAGE')],
    [`${LINE}/Coverage/0/Limit BL-901`, without('Limit')],
    [`${LIMIT}/Amt BL-903`, journey({ limit: '<Amt>75000.00</Amt><CurCd>USD</CurCd>' })],
    [`${LIMIT}/CurCd BL-903`, journey({ limit: '<Amt>50000.00</Amt><CurCd>INR</CurCd>' })],
    ['InsuredOrPrincipal/GeneralPartyInfo/Addr/PostalCode BL-903', journey({ postalCode: '4110' })],
    ['PersPolicy/LOBCd BL-903', travelQuote().replace('TRAV', 'AUTOP')],
  ])('reports %s', (problem, content) => {
    expect(problemOf(content)).toBe(problem);
  });

  it('takes ten travellers to ten countries on one day, with adventures and without a pincode', () => {
    const born = Array.from({ length: 10 }, () => '1990-01-01');
    const countries = Array.from({ length: 10 }, () => 'TH');
    const wishes = { born, countries, back: '2026-12-20', adventure: true };
    expect(problemOf(journey(wishes).replace(/<InsuredOrPrincipal>.*<\/InsuredOrPrincipal>/s, ''))).toBeUndefined();
  });
});
