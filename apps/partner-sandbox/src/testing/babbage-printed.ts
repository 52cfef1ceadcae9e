/** Messages as B's text prints them (partners.md B.2), but for the numbers and the time of the answers. */

/** The success of M1 as B's text prints it, but for number and time (partners.md B.2). */
export const M1_ANSWER = `
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
  <soapenv:Body>
    <ACORD xmlns="urn:babbage-lovelace:pcs-like:1">
      <InsuranceSvcRs>
        <RqUID>5f0c1a52-8f0e-4c53-9d5a-6f1f6f6d0b01</RqUID>
        <PersAutoPolicyQuoteInqRs>
          <RqUID>5f0c1a52-8f0e-4c53-9d5a-6f1f6f6d0b01</RqUID>
          <TransactionResponseDt>2026-11-23T15:30:00</TransactionResponseDt>
          <CurCd>INR</CurCd>
          <MsgStatus><MsgStatusCd>Success</MsgStatusCd></MsgStatus>
          <PersPolicy>
            <QuoteInfo>
              <CompanysQuoteNumber>BLQ0000001</CompanysQuoteNumber>
              <QuotePreparedDt>2026-11-23</QuotePreparedDt>
              <QuoteValidThruDt>2026-12-08</QuoteValidThruDt>
            </QuoteInfo>
            <PolicyStatusCd>QuotedNotBound</PolicyStatusCd>
            <com.bl_BindableInd>1</com.bl_BindableInd>
            <CurrentTermAmt><Amt>17297.00</Amt></CurrentTermAmt>
            <com.bl_PremiumSummary>
              <NetAmt><Amt>14658.32</Amt></NetAmt>
              <TaxAmt><Amt>2638.50</Amt></TaxAmt>
              <TaxTypeCd>GST</TaxTypeCd><TaxPct>18.00</TaxPct>
              <RoundingAmt><Amt>0.18</Amt></RoundingAmt>
            </com.bl_PremiumSummary>
          </PersPolicy>
          <PersAutoLineBusiness>
            <PersVeh id="V1">
              <StatedValueAmt><Amt>456800.00</Amt></StatedValueAmt>
              <Coverage><CoverageCd>OD</CoverageCd><CurrentTermAmt><Amt>12470.64</Amt></CurrentTermAmt></Coverage>
              <Coverage><CoverageCd>NCB</CoverageCd><CurrentTermAmt><Amt>-4364.72</Amt></CurrentTermAmt></Coverage>
              <Coverage><CoverageCd>ZDEP</CoverageCd><CurrentTermAmt><Amt>2512.40</Amt></CurrentTermAmt></Coverage>
              <Coverage><CoverageCd>RSA</CoverageCd><CurrentTermAmt><Amt>199.00</Amt></CurrentTermAmt></Coverage>
              <Coverage><CoverageCd>TP</CoverageCd><CurrentTermAmt><Amt>3416.00</Amt></CurrentTermAmt></Coverage>
              <Coverage><CoverageCd>PAOD</CoverageCd><CurrentTermAmt><Amt>375.00</Amt></CurrentTermAmt></Coverage>
              <Coverage><CoverageCd>FEE</CoverageCd><CurrentTermAmt><Amt>50.00</Amt></CurrentTermAmt></Coverage>
              <Deductible><DeductibleTypeCd>CL</DeductibleTypeCd><FormatCurrencyAmt><Amt>1000.00</Amt></FormatCurrencyAmt></Deductible>
            </PersVeh>
          </PersAutoLineBusiness>
        </PersAutoPolicyQuoteInqRs>
      </InsuranceSvcRs>
    </ACORD>
  </soapenv:Body>
</soapenv:Envelope>`;

/** A decline as the text prints it. */
export const DECLINE_ANSWER = `
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
  <soapenv:Body>
    <ACORD xmlns="urn:babbage-lovelace:pcs-like:1">
      <InsuranceSvcRs>
        <RqUID>5f0c1a52-8f0e-4c53-9d5a-6f1f6f6d0b02</RqUID>
        <PersAutoPolicyQuoteInqRs>
          <RqUID>5f0c1a52-8f0e-4c53-9d5a-6f1f6f6d0b02</RqUID>
          <TransactionResponseDt>2026-11-23T15:30:00</TransactionResponseDt>
          <CurCd>INR</CurCd>
          <MsgStatus>
            <MsgStatusCd>Rejected</MsgStatusCd>
            <ExtendedStatus><ExtendedStatusCd>com.bl_Declined</ExtendedStatusCd><com.bl_ReasonCd>BL-101</com.bl_ReasonCd><ExtendedStatusDesc>Vehicle is 96 months or older</ExtendedStatusDesc></ExtendedStatus>
          </MsgStatus>
        </PersAutoPolicyQuoteInqRs>
      </InsuranceSvcRs>
    </ACORD>
  </soapenv:Body>
</soapenv:Envelope>`;

/** The request as B's text prints it, signed at the time that the test's clock shows. */
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
        <RqUID>5f0c1a52-8f0e-4c53-9d5a-6f1f6f6d0b01</RqUID>
        <PersAutoPolicyQuoteInqRq>
          <RqUID>5f0c1a52-8f0e-4c53-9d5a-6f1f6f6d0b01</RqUID>
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

/** The document as it is sent, where the text prints it over several lines. */
export const compact = (printed: string): string => printed.replaceAll(/>\s+</g, '><').trim();
