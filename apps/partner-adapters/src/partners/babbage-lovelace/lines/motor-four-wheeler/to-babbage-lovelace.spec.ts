import type { FuelType, MotorAddOn } from '@app/product-lines';
import { describe, expect, it } from '@jest/globals';
import { requestFor } from '../../../../testing/canonical-requests.js';
import { seenContent } from '../../testing/readings.js';
import { RQ_UID } from '../../testing/worked-answers.js';
import { toBabbageLovelace } from './to-babbage-lovelace.js';

const BEGINNING = `<TransactionRequestDt>2026-11-23T15:30:00</TransactionRequestDt><CurCd>INR</CurCd>
  <InsuredOrPrincipal><GeneralPartyInfo><Addr><PostalCode>411001</PostalCode></Addr></GeneralPartyInfo>
  <InsuredOrPrincipalInfo><PersonInfo><BirthDt>1990-04-12</BirthDt></PersonInfo></InsuredOrPrincipalInfo></InsuredOrPrincipal>`;

const policy = (start: string, previousEnd: string) => `<PersPolicy><LOBCd>AUTOP</LOBCd>
  <ContractTerm><EffectiveDt>${start}</EffectiveDt></ContractTerm>
  <OtherOrPriorPolicy><ContractTerm><ExpirationDt>${previousEnd}</ExpirationDt></ContractTerm></OtherOrPriorPolicy></PersPolicy>`;

/** rating.md §9, in B's words; M1 is compared with its printed form where it is sent. */
const GOLDEN = [
  [
    'M2',
    requestFor('m2'),
    `${policy('2026-12-01', '2026-11-30')}<PersAutoLineBusiness><CoverTypeCd>CO</CoverTypeCd><NCBCd>N0</NCBCd>
     <PersVeh id="V1"><ManufacturerCd>NIL</ManufacturerCd><ModelCd>HR15D</ModelCd><FuelTypeCd>Diesel</FuelTypeCd>
     <Registration><RegistrationId>UP32CD4521</RegistrationId><RegistrationDt>2020-02-10</RegistrationDt></Registration>
     <TerritoryCd>UP32</TerritoryCd><Coverage><CoverageCd>ZDEP</CoverageCd></Coverage>
     <Coverage><CoverageCd>RSA</CoverageCd></Coverage><Coverage><CoverageCd>PAOD</CoverageCd></Coverage>
     </PersVeh></PersAutoLineBusiness>`,
  ],
  [
    'M3B',
    requestFor('m3', { registrationDate: '2019-09-01', manufactureYear: 2019 }),
    `${policy('2026-12-01', '2026-11-30')}<PersAutoLineBusiness><CoverTypeCd>LO</CoverTypeCd><NCBCd>N5</NCBCd>
     <PersVeh id="V1"><ManufacturerCd>GUL</ManufacturerCd><ModelCd>CH10LXI</ModelCd><FuelTypeCd>Gas</FuelTypeCd>
     <Registration><RegistrationId>DL01XY0777</RegistrationId><RegistrationDt>2019-09-01</RegistrationDt></Registration>
     <TerritoryCd>DL01</TerritoryCd><Coverage><CoverageCd>PAOD</CoverageCd></Coverage></PersVeh></PersAutoLineBusiness>`,
  ],
  [
    'M5',
    requestFor('m5'),
    `${policy('2026-12-15', '2026-12-14')}<PersAutoLineBusiness><CoverTypeCd>CO</CoverTypeCd><NCBCd>N2</NCBCd>
     <PersVeh id="V1"><ManufacturerCd>TEJ</ManufacturerCd><ModelCd>SM20AT</ModelCd><FuelTypeCd>Diesel</FuelTypeCd>
     <Registration><RegistrationId>GJ01TT6006</RegistrationId><RegistrationDt>2024-01-31</RegistrationDt></Registration>
     <TerritoryCd>GJ01</TerritoryCd><Coverage><CoverageCd>ZDEP</CoverageCd></Coverage>
     <Coverage><CoverageCd>RSA</CoverageCd></Coverage><Coverage><CoverageCd>RTI</CoverageCd></Coverage>
     <Coverage><CoverageCd>PAOD</CoverageCd></Coverage></PersVeh></PersAutoLineBusiness>`,
  ],
  [
    'M6',
    requestFor('m6'),
    `${policy('2026-12-05', '2026-12-04')}<PersAutoLineBusiness><CoverTypeCd>CO</CoverTypeCd><NCBCd>N1</NCBCd>
     <PersVeh id="V1"><ManufacturerCd>TEJ</ManufacturerCd><ModelCd>SM15HY</ModelCd><FuelTypeCd>GasElectric</FuelTypeCd>
     <Registration><RegistrationId>RJ14HY2468</RegistrationId><RegistrationDt>2025-05-05</RegistrationDt></Registration>
     <TerritoryCd>RJ14</TerritoryCd></PersVeh></PersAutoLineBusiness>`,
  ],
] as const;

const contentOf = (...args: Parameters<typeof requestFor>): string => {
  const asked = toBabbageLovelace(requestFor(...args));
  if (!asked.ok) throw new Error(`declined: ${asked.error.message}`);
  return JSON.stringify(asked.value.content);
};

const element = (name: string, content: string) =>
  expect.stringContaining(`"name":"${name}","attributes":[],"content":"${content}"`);

describe('a car in the words of Babbage & Lovelace', () => {
  it.each(GOLDEN)('is %s exactly as in its specification', (_name, request, content) => {
    expect(toBabbageLovelace(request)).toMatchObject({
      ok: true,
      value: { name: 'PersAutoPolicyQuoteInq', rqUid: RQ_UID, content: seenContent(BEGINNING + content) },
    });
  });

  it.each<[string, FuelType, string]>([
    ['FW02', 'PETROL', 'Gas'],
    ['FW04', 'DIESEL', 'Diesel'],
    ['FW03', 'CNG', 'NatGas'],
    ['FW10', 'LPG', 'Propane'],
    ['FW06', 'HYBRID', 'GasElectric'],
  ])('has the fuel of %s, %s, as %s', (vehicleId, fuelType, word) => {
    expect(requestFor('m1', { vehicleId }).risk.fuelType).toBe(fuelType);
    expect(contentOf('m1', { vehicleId })).toEqual(element('FuelTypeCd', word));
  });

  it.each([
    [0, 'N1'],
    [20, 'N2'],
    [25, 'N3'],
    [35, 'N4'],
    [45, 'N5'],
    [50, 'N5'],
  ] as const)('has a bonus of %p%% as the slab that follows, %s', (ncbPercent, slab) => {
    const { previousPolicy } = requestFor('m1').risk;
    const changed = previousPolicy && { ...previousPolicy, ncbPercent };
    expect(contentOf('m1', { previousPolicy: changed })).toEqual(element('NCBCd', slab));
  });

  it('has no bonus and no previous policy when there was none', () => {
    const content = contentOf('m1', { previousPolicy: null });
    expect(content).toEqual(element('NCBCd', 'N0'));
    expect(content).not.toContain('OtherOrPriorPolicy');
  });

  it('has no plate when it is new', () => {
    const content = contentOf('m1', { registrationNumber: null, isNewVehicle: true, previousPolicy: null });
    expect(content).not.toContain('RegistrationId');
    expect(content).toEqual(element('RegistrationDt', '2023-06-15'));
  });

  it('has a BH plate as it is, beside the office that it does not tell', () => {
    const content = contentOf('m1', { registrationNumber: '22BH1234AA', bhSeries: true });
    expect(content).toEqual(element('RegistrationId', '22BH1234AA'));
    expect(content).toEqual(element('TerritoryCd', 'MH12'));
  });

  it('asks for the requested value, but not where liability alone is covered', () => {
    expect(contentOf('m1', { requestedIdvMinor: 70_000_050 })).toEqual(element('Amt', '700000.50'));
    expect(contentOf('m3', { requestedIdvMinor: 70_000_000 })).not.toContain('StatedValueAmt');
  });

  it('asks only for add-ons that are sold there, in the order of the wishes', () => {
    const addOns: MotorAddOn[] = ['NCB_PROTECT', 'CONSUMABLES', 'TYRE_PROTECT', 'ENGINE_PROTECT', 'HELMET'];
    const codes = [...contentOf('m1', { addOns }).matchAll(/"CoverageCd","attributes":\[\],"content":"(\w+)"/g)];
    expect(codes.map(([, code]) => code)).toEqual(['CONS', 'ENGP']);
  });

  it('gives away no mobile number for a price', () => {
    expect(contentOf('m1')).not.toContain('9800000001');
  });

  it.each([
    ['a model that B does not know', requestFor('m4')],
    ['an office that B does not know', { ...requestFor('m1'), risk: { ...requestFor('m1').risk, rtoCode: 'XX99' } }],
  ])('is declined as UNSUPPORTED by the platform for %s', (_what, request) => {
    expect(toBabbageLovelace(request)).toMatchObject({
      ok: false,
      error: { code: 'UNSUPPORTED', source: 'PLATFORM', category: 'UNSUPPORTED' },
    });
  });
});
