import type { PolicyOrder } from '@app/partner-kit';
import type { WorkedOrder } from '@app/partner-kit/testing';
import { applicationDetailsOf } from '@app/testing';
import { requestFor, travelRequestFor } from '../../../testing/canonical-requests.js';

/** partners.md B.3 as it is printed, and the order that it stands for. */

/** What B's answers to our Adds echo. */
export const KEY = '0b7f2f0e-58b7-4d5c-8f66-33f3a4a40001';
export const QUOTE_NUMBER = 'BLQ0000417';
export const POLICY_NUMBER = 'BL-AUTOP-0000088';

const details = applicationDetailsOf();

export const M1_UNKEYED: WorkedOrder = {
  applicationId: '01934f2a-0000-7000-8000-0000000000b1',
  partnerQuoteRef: QUOTE_NUMBER,
  planCode: 'CO',
  acceptedTotalMinor: 1729700,
  request: requestFor('m1'),
  details: { ...details, payment: { ...details.payment, amountMinor: 1729700 } },
};

export const R1_UNKEYED: WorkedOrder = {
  ...M1_UNKEYED,
  planCode: 'TRAV',
  acceptedTotalMinor: 66200,
  request: travelRequestFor('r1'),
  details: { ...M1_UNKEYED.details, asset: null, payment: { ...M1_UNKEYED.details.payment, amountMinor: 66200 } },
};

export const M1_ORDER: PolicyOrder = { ...M1_UNKEYED, key: KEY };
export const R1_ORDER: PolicyOrder = { ...R1_UNKEYED, key: KEY };

const start = (name: string) => `<InsuranceSvcRq xmlns="urn:babbage-lovelace:pcs-like:1">
  <RqUID>${KEY}</RqUID>
  <${name}>
    <RqUID>${KEY}</RqUID>
    <QuoteInfo><CompanysQuoteNumber>${QUOTE_NUMBER}</CompanysQuoteNumber></QuoteInfo>`;

const insured = `<InsuredOrPrincipal><GeneralPartyInfo><NameInfo><PersonName><Surname>Rao</Surname><GivenName>Asha</GivenName></PersonName></NameInfo>
      <Addr><Addr1>12 Lake Road</Addr1><City>Pune</City><StateProvCd>MH</StateProvCd><PostalCode>411001</PostalCode></Addr></GeneralPartyInfo></InsuredOrPrincipal>`;

export const M1_ADD = `${start('PersAutoPolicyAddRq')}
    <CurrentTermAmt><Amt>17297.00</Amt></CurrentTermAmt>
    <PaymentInfo><MethodPaymentCd>UPI</MethodPaymentCd><PaymentReference>PAY-88f1</PaymentReference><PaymentAmt><Amt>17297.00</Amt></PaymentAmt><PaymentDt>2026-11-23</PaymentDt></PaymentInfo>
    ${insured}
    <PersVeh id="V1"><EngineSerialNumber>ENG123456</EngineSerialNumber><ChassisSerialNumber>MA1AB2CD3EF456789</ChassisSerialNumber></PersVeh>
  </PersAutoPolicyAddRq>
</InsuranceSvcRq>`;

/** The same for a trip, which has no vehicle. */
export const R1_ADD = `${start('PersPkgPolicyAddRq')}
    <CurrentTermAmt><Amt>662.00</Amt></CurrentTermAmt>
    <PaymentInfo><MethodPaymentCd>UPI</MethodPaymentCd><PaymentReference>PAY-88f1</PaymentReference><PaymentAmt><Amt>662.00</Amt></PaymentAmt><PaymentDt>2026-11-23</PaymentDt></PaymentInfo>
    ${insured}
  </PersPkgPolicyAddRq>
</InsuranceSvcRq>`;

const SUCCESS = '<MsgStatus><MsgStatusCd>Success</MsgStatusCd></MsgStatus>';

export const RESPONSE_PENDING = '<MsgStatus><MsgStatusCd>ResponsePending</MsgStatusCd></MsgStatus>';

/** What an answer holds of an issued policy; `pdf` is the document in Base64. */
export const issued = (pdf = 'JVBERi0xLjQK', number = POLICY_NUMBER): string => `${SUCCESS}
    <PersPolicy><PolicyNumber>${number}</PolicyNumber><PolicyStatusCd>Issued</PolicyStatusCd>
      <ContractTerm><EffectiveDt>2026-12-01</EffectiveDt><ExpirationDt>2027-11-30</ExpirationDt></ContractTerm></PersPolicy>
    <FileAttachmentInfo><MIMEContentTypeCd>application/pdf</MIMEContentTypeCd><com.bl_Base64Content>${pdf}</com.bl_Base64Content></FileAttachmentInfo>`;

/** What an inquiry gets for a quote that has no policy yet. */
export const standing = (status: string): string =>
  `${SUCCESS}<PersPolicy><PolicyStatusCd>${status}</PolicyStatusCd></PersPolicy>`;

/** An answer about a policy, in its envelope: its message's name without `Rs`. */
export const policyAnswer = (name: string, content: string, rqUid = KEY): string =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
  <ACORD xmlns="urn:babbage-lovelace:pcs-like:1"><InsuranceSvcRs><RqUID>${rqUid}</RqUID><${name}Rs><RqUID>${rqUid}</RqUID>
    ${content}
  </${name}Rs></InsuranceSvcRs></ACORD></soapenv:Body></soapenv:Envelope>`;
