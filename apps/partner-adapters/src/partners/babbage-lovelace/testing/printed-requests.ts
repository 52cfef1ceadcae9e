import { RQ_UID } from './worked-answers.js';

/** The request for M1 as partners.md B.2 prints it, with our id. */
export const M1_REQUEST = `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
  <soapenv:Header>
    <wsse:Security soapenv:mustUnderstand="1"
        xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
        xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd">
      <wsse:UsernameToken>
        <wsse:Username>market-sbx</wsse:Username>
        <wsse:Password Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest">A3jeqJ209VXSYY4NrEWPNKGF1Ds=</wsse:Password>
        <wsse:Nonce EncodingType="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary">AAECAwQFBgcICQoLDA0ODw==</wsse:Nonce>
        <wsu:Created>2026-11-23T10:00:00Z</wsu:Created>
      </wsse:UsernameToken>
    </wsse:Security>
  </soapenv:Header>
  <soapenv:Body>
    <ACORD xmlns="urn:babbage-lovelace:pcs-like:1">
      <InsuranceSvcRq>
        <RqUID>${RQ_UID}</RqUID>
        <PersAutoPolicyQuoteInqRq>
          <RqUID>${RQ_UID}</RqUID>
          <TransactionRequestDt>2026-11-23T15:30:00</TransactionRequestDt>
          <CurCd>INR</CurCd>
          <InsuredOrPrincipal>
            <GeneralPartyInfo><Addr><PostalCode>411001</PostalCode></Addr></GeneralPartyInfo>
            <InsuredOrPrincipalInfo><PersonInfo><BirthDt>1990-04-12</BirthDt></PersonInfo></InsuredOrPrincipalInfo>
          </InsuredOrPrincipal>
          <PersPolicy>
            <LOBCd>AUTOP</LOBCd>
            <ContractTerm><EffectiveDt>2026-12-01</EffectiveDt></ContractTerm>
          <OtherOrPriorPolicy><ContractTerm><ExpirationDt>2026-11-30</ExpirationDt></ContractTerm></OtherOrPriorPolicy>
          </PersPolicy>
          <PersAutoLineBusiness>
            <CoverTypeCd>CO</CoverTypeCd>
            <NCBCd>N3</NCBCd>
            <PersVeh id="V1">
            <ManufacturerCd>GUL</ManufacturerCd>
            <ModelCd>CH12ZXI</ModelCd>
            <FuelTypeCd>Gas</FuelTypeCd>
            <Registration><RegistrationId>MH12AB1234</RegistrationId><RegistrationDt>2023-06-15</RegistrationDt></Registration>
            <TerritoryCd>MH12</TerritoryCd>
            <Coverage><CoverageCd>ZDEP</CoverageCd></Coverage>
            <Coverage><CoverageCd>RSA</CoverageCd></Coverage>
            <Coverage><CoverageCd>PAOD</CoverageCd></Coverage>
            </PersVeh>
          </PersAutoLineBusiness>
        </PersAutoPolicyQuoteInqRq>
      </InsuranceSvcRq>
    </ACORD>
  </soapenv:Body>
</soapenv:Envelope>`;

/** The body of the request for R1 as partners.md B.2 prints it, with our id. */
export const R1_REQUEST = `<InsuranceSvcRq xmlns="urn:babbage-lovelace:pcs-like:1">
        <RqUID>${RQ_UID}</RqUID>
        <PersPkgPolicyQuoteInqRq>
          <RqUID>${RQ_UID}</RqUID>
          <TransactionRequestDt>2026-11-23T15:30:00</TransactionRequestDt>
          <CurCd>INR</CurCd>
          <InsuredOrPrincipal><GeneralPartyInfo><Addr><PostalCode>411001</PostalCode></Addr></GeneralPartyInfo></InsuredOrPrincipal>
          <PersPolicy><LOBCd>TRAV</LOBCd></PersPolicy>
          <PersTravelLineBusiness>
            <TripInfo><DepartureDt>2026-12-20</DepartureDt><ReturnDt>2026-12-29</ReturnDt></TripInfo>
            <Destination><CountryCd>TH</CountryCd></Destination>
            <Destination><CountryCd>SG</CountryCd></Destination>
            <Traveler id="T1"><PersonInfo><BirthDt>1988-05-05</BirthDt></PersonInfo></Traveler>
            <Traveler id="T2"><PersonInfo><BirthDt>1990-11-23</BirthDt></PersonInfo></Traveler>
            <Traveler id="T3"><PersonInfo><BirthDt>2018-02-17</BirthDt></PersonInfo></Traveler>
            <Coverage><CoverageCd>MEDEX</CoverageCd><Limit><FormatCurrencyAmt><Amt>50000.00</Amt><CurCd>USD</CurCd></FormatCurrencyAmt></Limit></Coverage>
          </PersTravelLineBusiness>
        </PersPkgPolicyQuoteInqRq>
      </InsuranceSvcRq>`;
