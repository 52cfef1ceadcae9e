import { messageValues, type Values } from '../partners/babbage-lovelace/message-values.js';
import { parseXml } from '../partners/babbage-lovelace/xml.js';

const ACORD = 'urn:babbage-lovelace:pcs-like:1';

/** `…0001`, `…0002`: RqUIDs that tests can tell apart. */
export const rqUid = (number: number): string => `5f0c1a52-8f0e-4c53-9d5a-6f1f6f6d${String(number).padStart(4, '0')}`;

/** A message in its `InsuranceSvcRq`, both under one RqUID. */
const message = (name: string, uid: string, content: string): string =>
  `<InsuranceSvcRq><RqUID>${uid}</RqUID><${name}><RqUID>${uid}</RqUID>${content}</${name}></InsuranceSvcRq>`;

/** What a test wants otherwise than the text prints it (partners.md B.2). */
export interface CarWishes {
  readonly cover?: string;
  readonly ncb?: string;
  readonly model?: readonly [manufacturer: string, model: string];
  readonly plate?: string | null;
  readonly registered?: string;
  readonly territory?: string;
  readonly start?: string;
  readonly statedValue?: string;
  readonly coverages?: readonly string[];
}

/** M1 as B's text prints it, or as a test wishes. */
export function carQuote(uid = rqUid(1), wishes: CarWishes = {}): string {
  const { cover = 'CO', ncb = 'N3', model = ['GUL', 'CH12ZXI'], plate = 'MH12AB1234', territory = 'MH12' } = wishes;
  const { registered = '2023-06-15', start = '2026-12-01', coverages = ['ZDEP', 'RSA', 'PAOD'] } = wishes;
  const stated = wishes.statedValue;
  return message(
    'PersAutoPolicyQuoteInqRq',
    uid,
    `<TransactionRequestDt>2026-11-23T15:30:00</TransactionRequestDt><CurCd>INR</CurCd>
    <InsuredOrPrincipal>
      <GeneralPartyInfo><Addr><PostalCode>411001</PostalCode></Addr></GeneralPartyInfo>
      <InsuredOrPrincipalInfo><PersonInfo><BirthDt>1990-04-12</BirthDt></PersonInfo></InsuredOrPrincipalInfo>
    </InsuredOrPrincipal>
    <PersPolicy>
      <LOBCd>AUTOP</LOBCd>
      <ContractTerm><EffectiveDt>${start}</EffectiveDt></ContractTerm>
      <OtherOrPriorPolicy><ContractTerm><ExpirationDt>2026-11-30</ExpirationDt></ContractTerm></OtherOrPriorPolicy>
    </PersPolicy>
    <PersAutoLineBusiness>
      <CoverTypeCd>${cover}</CoverTypeCd><NCBCd>${ncb}</NCBCd>
      <PersVeh id="V1">
        <ManufacturerCd>${model[0]}</ManufacturerCd><ModelCd>${model[1]}</ModelCd><FuelTypeCd>Gas</FuelTypeCd>
        <Registration>
          ${plate === null ? '' : `<RegistrationId>${plate}</RegistrationId>`}
          <RegistrationDt>${registered}</RegistrationDt>
        </Registration>
        <TerritoryCd>${territory}</TerritoryCd>
        ${stated === undefined ? '' : `<StatedValueAmt><Amt>${stated}</Amt></StatedValueAmt>`}
        ${coverages.map((code) => `<Coverage><CoverageCd>${code}</CoverageCd></Coverage>`).join('')}
      </PersVeh>
    </PersAutoLineBusiness>`,
  );
}

export const carMagic = (value: string, uid = rqUid(1), wishes: CarWishes = {}): string =>
  carQuote(uid, { plate: `MH12AB${value}`, ...wishes });

/** What a test wants otherwise than R1 has it. */
export interface TravelWishes {
  readonly departure?: string;
  readonly back?: string;
  readonly countries?: readonly string[];
  readonly born?: readonly string[];
  /** The elements inside `Coverage` of MEDEX. */
  readonly limit?: string;
  readonly adventure?: boolean;
  readonly postalCode?: string;
}

/** R1 as B's text prints it, or as a test wishes. */
export function travelQuote(uid = rqUid(3), wishes: TravelWishes = {}): string {
  const { departure = '2026-12-20', back = '2026-12-29', countries = ['TH', 'SG'], adventure = false } = wishes;
  const { born = ['1988-05-05', '1990-11-23', '2018-02-17'], postalCode = '411001' } = wishes;
  const { limit = '<Amt>50000.00</Amt><CurCd>USD</CurCd>' } = wishes;
  const travellers = born.map(
    (date, index) => `<Traveler id="T${index + 1}"><PersonInfo><BirthDt>${date}</BirthDt></PersonInfo></Traveler>`,
  );
  return message(
    'PersPkgPolicyQuoteInqRq',
    uid,
    `<TransactionRequestDt>2026-11-23T15:30:00</TransactionRequestDt><CurCd>INR</CurCd>
    <InsuredOrPrincipal>
      <GeneralPartyInfo><Addr><PostalCode>${postalCode}</PostalCode></Addr></GeneralPartyInfo>
    </InsuredOrPrincipal>
    <PersPolicy><LOBCd>TRAV</LOBCd></PersPolicy>
    <PersTravelLineBusiness>
      <TripInfo><DepartureDt>${departure}</DepartureDt><ReturnDt>${back}</ReturnDt></TripInfo>
      ${countries.map((code) => `<Destination><CountryCd>${code}</CountryCd></Destination>`).join('')}
      ${travellers.join('')}
      <Coverage>
        <CoverageCd>MEDEX</CoverageCd><Limit><FormatCurrencyAmt>${limit}</FormatCurrencyAmt></Limit>
      </Coverage>
      ${adventure ? '<Coverage><CoverageCd>ADVENTURE</CoverageCd></Coverage>' : ''}
    </PersTravelLineBusiness>`,
  );
}

/** An Add as the text prints it (partners.md B.3); `paid` is what is accepted unless it is given. */
export function addRequest(
  quoteNumber: string,
  uid = rqUid(9),
  {
    line = 'Auto',
    accepted = '17297.00',
    paid = accepted,
  }: { line?: 'Auto' | 'Pkg'; accepted?: string; paid?: string } = {},
): string {
  const vehicle =
    '<PersVeh id="V1"><EngineSerialNumber>ENG123456</EngineSerialNumber>' +
    '<ChassisSerialNumber>MA1AB2CD3EF456789</ChassisSerialNumber></PersVeh>';
  return message(
    `Pers${line}PolicyAddRq`,
    uid,
    `<QuoteInfo><CompanysQuoteNumber>${quoteNumber}</CompanysQuoteNumber></QuoteInfo>
    <CurrentTermAmt><Amt>${accepted}</Amt></CurrentTermAmt>
    <PaymentInfo>
      <MethodPaymentCd>UPI</MethodPaymentCd><PaymentReference>PAY-88f1</PaymentReference>
      <PaymentAmt><Amt>${paid}</Amt></PaymentAmt><PaymentDt>2026-11-23</PaymentDt>
    </PaymentInfo>
    <InsuredOrPrincipal>
      <GeneralPartyInfo>
        <NameInfo><PersonName><Surname>Rao</Surname><GivenName>Asha</GivenName></PersonName></NameInfo>
        <Addr><Addr1>12 Lake Road</Addr1><City>Pune</City><StateProvCd>MH</StateProvCd><PostalCode>411001</PostalCode></Addr>
      </GeneralPartyInfo>
    </InsuredOrPrincipal>
    ${line === 'Auto' ? vehicle : ''}`,
  );
}

export const inquiry = (quoteNumber: string, uid = rqUid(8)): string =>
  message('PolicyInqRq', uid, `<QuoteInfo><CompanysQuoteNumber>${quoteNumber}</CompanysQuoteNumber></QuoteInfo>`);

/** The message of an `InsuranceSvcRq` as plain values. */
export function messageBody(content: string): Values {
  const service = parseXml(Buffer.from(content.replace('<InsuranceSvcRq>', `<InsuranceSvcRq xmlns="${ACORD}">`)));
  const element = service?.children.find(({ name }) => name.endsWith('InqRq') || name.endsWith('AddRq'));
  if (element === undefined) throw new Error('No message');
  return messageValues(element);
}
