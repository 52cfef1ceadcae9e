import { describe, expect, it } from '@jest/globals';
import { type CarWishes, carQuote, messageBody, rqUid } from '../../../../testing/babbage-messages.js';
import { motor } from './line.js';

/** `element code` of the one problem that is reported. */
function problemOf(content: string): string | undefined {
  const checked = motor.check(messageBody(content));
  return checked.ok ? undefined : `${checked.error.path.map(String).join('/')} ${checked.error.code}`;
}

const car = (wishes: CarWishes): string => carQuote(rqUid(1), wishes);
const without = (element: string): string => carQuote().replace(new RegExp(`<${element}>.*?</${element}>`, 's'), '');
const withText = (element: string, text: string): string =>
  carQuote().replace(new RegExp(`<${element}>[^<]*</${element}>`), `<${element}>${text}</${element}>`);

const VEHICLE = 'PersAutoLineBusiness/PersVeh';

describe("B's checks of a car quote", () => {
  it('finds nothing wrong with the printed request', () => {
    expect(problemOf(carQuote())).toBeUndefined();
  });

  it.each([
    ['PersAutoLineBusiness/CoverTypeCd BL-901', without('CoverTypeCd')],
    ['PersAutoLineBusiness/CoverTypeCd BL-903', car({ cover: 'TP' })],
    [`${VEHICLE}/ManufacturerCd BL-901`, without('ManufacturerCd')],
    [`${VEHICLE}/ModelCd BL-901`, without('ModelCd')],
    [`${VEHICLE}/ModelCd BL-903`, car({ model: ['GUL', 'CH99'] })],
    [`${VEHICLE}/ModelCd BL-903`, car({ model: ['NIL', 'CH12ZXI'] })],
    [`${VEHICLE}/FuelTypeCd BL-903`, withText('FuelTypeCd', 'Petrol')],
    [`${VEHICLE}/Registration/RegistrationId BL-903`, car({ plate: 'MH-12-AB-1234' })],
    [`${VEHICLE}/Registration/RegistrationDt BL-901`, without('RegistrationDt')],
    [`${VEHICLE}/Registration/RegistrationDt BL-901`, without('Registration')],
    [`${VEHICLE}/Registration/RegistrationDt BL-903`, car({ registered: '15/06/2023' })],
    [`${VEHICLE}/Registration/RegistrationDt BL-903`, car({ registered: '2026-12-02' })],
    ['PersPolicy/ContractTerm/EffectiveDt BL-901', without('PersPolicy')],
    ['PersPolicy/ContractTerm/EffectiveDt BL-903', car({ start: '2026-11-31' })],
    [`${VEHICLE}/TerritoryCd BL-903`, car({ territory: 'MH-12' })],
    [`${VEHICLE}/StatedValueAmt/Amt BL-903`, car({ statedValue: '700000' })],
    [`${VEHICLE}/Coverage/1/CoverageCd BL-903`, car({ coverages: ['RSA', 'KEYS'] })],
    ['PersAutoLineBusiness/NCBCd BL-903', car({ ncb: 'N6' })],
    ['TransactionRequestDt BL-903', withText('TransactionRequestDt', '2026-11-23T15:30:00Z')],
    ['CurCd BL-903', withText('CurCd', 'USD')],
    ['InsuredOrPrincipal/GeneralPartyInfo/Addr/PostalCode BL-903', withText('PostalCode', '011001')],
    ['InsuredOrPrincipal/InsuredOrPrincipalInfo/PersonInfo/BirthDt BL-903', withText('BirthDt', '2026-12-02')],
    ['PersPolicy/LOBCd BL-903', withText('LOBCd', 'TRAV')],
  ])('reports %s', (problem, content) => {
    expect(problemOf(content)).toBe(problem);
  });

  it('reports the first problem in the order of the table, be it of one field or between two', () => {
    expect(problemOf(car({ territory: 'XX', model: ['GUL', 'X'], start: 'soon' }))).toBe(`${VEHICLE}/ModelCd BL-903`);
    expect(problemOf(car({ territory: 'XX', registered: '2026-12-02' }))).toBe(
      `${VEHICLE}/Registration/RegistrationDt BL-903`,
    );
    expect(problemOf('<InsuranceSvcRq><PersAutoPolicyQuoteInqRq/></InsuranceSvcRq>')).toBe(
      'PersAutoLineBusiness/CoverTypeCd BL-901',
    );
  });

  it.each(['NCBCd', 'PostalCode', 'BirthDt', 'FuelTypeCd', 'OtherOrPriorPolicy', 'InsuredOrPrincipal', 'Coverage'])(
    'does without %s',
    (element) => {
      expect(problemOf(without(element))).toBeUndefined();
    },
  );

  it('takes an empty element for an absent one', () => {
    expect(problemOf(withText('RegistrationId', ''))).toBeUndefined();
    expect(problemOf(withText('TerritoryCd', ' '))).toBe(`${VEHICLE}/TerritoryCd BL-901`);
  });

  it('takes a plate of the BH series', () => {
    expect(problemOf(car({ plate: '22BH1234AA' }))).toBeUndefined();
  });
});
