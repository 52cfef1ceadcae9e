import { decimalFromMinor } from '@app/domain';

/** A worked example of rating.md §9: paise. */
interface Priced {
  readonly coverages: Readonly<Record<string, number>>;
  readonly net: number;
  readonly tax: number;
  readonly rounding: number;
  readonly total: number;
}

export type PricedTrip = Priced;

export interface PricedCar extends Priced {
  readonly idv?: number;
  readonly compulsory: number;
  readonly leftOut?: string;
}

export const M1: PricedCar = {
  coverages: { OD: 1247064, NCB: -436472, ZDEP: 251240, RSA: 19900, TP: 341600, PAOD: 37500, FEE: 5000 },
  net: 1465832,
  tax: 263850,
  rounding: 18,
  total: 1729700,
  idv: 45680000,
  compulsory: 100000,
};

export const M2: PricedCar = {
  coverages: { OD: 1419245, RSA: 19900, TP: 341600, PAOD: 37500, FEE: 5000 },
  net: 1823245,
  tax: 328184,
  rounding: -29,
  total: 2151400,
  idv: 48110000,
  compulsory: 100000,
  leftOut: 'ZDEP',
};

export const M3B: PricedCar = {
  coverages: { TP: 209400, PAOD: 37500, FEE: 5000 },
  net: 251900,
  tax: 45342,
  rounding: -42,
  total: 297200,
  compulsory: 0,
};

export const M5: PricedCar = {
  coverages: { OD: 3724780, NCB: -931195, ZDEP: 741290, RSA: 19900, TP: 789700, PAOD: 37500, FEE: 5000 },
  net: 4386975,
  tax: 789656,
  rounding: -31,
  total: 5176600,
  idv: 134780000,
  compulsory: 200000,
  leftOut: 'RTI',
};

export const M6: PricedCar = {
  coverages: { OD: 3337000, NCB: -667400, TP: 316000, FEE: 5000 },
  net: 2990600,
  tax: 538308,
  rounding: -8,
  total: 3528900,
  idv: 142000000,
  compulsory: 100000,
};

export const R1: Priced = {
  coverages: { TRAVELLER_1: 24500, TRAVELLER_2: 24500, TRAVELLER_3: 17150 },
  net: 66150,
  tax: 0,
  rounding: 50,
  total: 66200,
};

export const R2: Priced = {
  coverages: { TRAVELLER_1: 148945 },
  net: 148945,
  tax: 0,
  rounding: -45,
  total: 148900,
};

export const R3: Priced = {
  coverages: {
    TRAVELLER_1: 48279,
    TRAVELLER_2: 37138,
    TRAVELLER_3: 25997,
    TRAVELLER_4: 25997,
    GROUP: -6871,
    ADVENTURE: 26108,
  },
  net: 156648,
  tax: 0,
  rounding: -48,
  total: 156600,
};

/** What B's answers to our requests echo. */
export const RQ_UID = '01934f2a-0000-7000-8000-0000000000a1';

const SUCCESS = '<MsgStatus><MsgStatusCd>Success</MsgStatusCd></MsgStatus>';

const money = (minor: number): string => `<Amt>${decimalFromMinor(minor)}</Amt>`;

const status = (code: string, extended: string, reason: string, text: string, more = ''): string =>
  `<MsgStatus><MsgStatusCd>${code}</MsgStatusCd><ExtendedStatus><ExtendedStatusCd>${extended}</ExtendedStatusCd>
    <com.bl_ReasonCd>${reason}</com.bl_ReasonCd><ExtendedStatusDesc>${text}</ExtendedStatusDesc>${more}</ExtendedStatus></MsgStatus>`;

export const rejectedFor = (reason: string, text: string) => status('Rejected', 'com.bl_Declined', reason, text);
export const referredFor = (reason: string, text: string) =>
  status('PendingNeedInformation', 'com.bl_Referred', reason, text);
export const errorOf = (extended: string, reason: string, more = '') => status('Error', extended, reason, 'No', more);
const leftOut = (code: string) =>
  status('SuccessWithInfo', 'com.bl_CoverageLeftOut', 'BL-301', `Coverage ${code} is not sold for this vehicle`);

/** An answer in its envelope (partners.md B.2). */
export const enveloped = (name: string, content: string, rqUid = RQ_UID): string =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
  <ACORD xmlns="urn:babbage-lovelace:pcs-like:1"><InsuranceSvcRs><RqUID>${rqUid}</RqUID><${name}><RqUID>${rqUid}</RqUID>
    <TransactionResponseDt>2026-11-23T15:30:01</TransactionResponseDt><CurCd>INR</CurCd>${content}
  </${name}></InsuranceSvcRs></ACORD></soapenv:Body></soapenv:Envelope>`;

const policy = ({ net, tax, rounding, total }: Priced, percent: string, bindable: boolean): string =>
  `<PersPolicy><QuoteInfo><CompanysQuoteNumber>BLQ0000417</CompanysQuoteNumber>
    <QuotePreparedDt>2026-11-23</QuotePreparedDt><QuoteValidThruDt>2026-12-08</QuoteValidThruDt></QuoteInfo>
    <PolicyStatusCd>QuotedNotBound</PolicyStatusCd><com.bl_BindableInd>${Number(bindable)}</com.bl_BindableInd>
    <CurrentTermAmt>${money(total)}</CurrentTermAmt>
    <com.bl_PremiumSummary><NetAmt>${money(net)}</NetAmt><TaxAmt>${money(tax)}</TaxAmt><TaxTypeCd>GST</TaxTypeCd>
      <TaxPct>${percent}</TaxPct><RoundingAmt>${money(rounding)}</RoundingAmt></com.bl_PremiumSummary></PersPolicy>`;

const coverages = (priced: Priced): string =>
  Object.entries(priced.coverages)
    .map(
      ([code, minor]) =>
        `<Coverage><CoverageCd>${code}</CoverageCd><CurrentTermAmt>${money(minor)}</CurrentTermAmt></Coverage>`,
    )
    .join('\n');

/** The answer for a car as it is printed; with another status where it is not simply a success. */
export function carAnswer(car: PricedCar, msgStatus = car.leftOut ? leftOut(car.leftOut) : SUCCESS): string {
  const stated = car.idv === undefined ? '' : `<StatedValueAmt>${money(car.idv)}</StatedValueAmt>`;
  const deductible = `<Deductible><DeductibleTypeCd>CL</DeductibleTypeCd><FormatCurrencyAmt>${money(car.compulsory)}</FormatCurrencyAmt></Deductible>`;
  const bindable = !msgStatus.includes('PendingNeedInformation');
  const content = `${msgStatus}${policy(car, '18.00', bindable)}<PersAutoLineBusiness><PersVeh id="V1">${stated}${coverages(car)}
    ${deductible}</PersVeh></PersAutoLineBusiness>`;
  return enveloped('PersAutoPolicyQuoteInqRs', content);
}

export const tripAnswer = (trip: Priced, msgStatus = SUCCESS): string =>
  enveloped(
    'PersPkgPolicyQuoteInqRs',
    `${msgStatus}${policy(trip, '0.00', true)}<PersTravelLineBusiness>${coverages(trip)}</PersTravelLineBusiness>`,
  );
