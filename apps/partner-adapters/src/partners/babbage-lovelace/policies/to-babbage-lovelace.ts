import { type CanonicalError, istDateAt, ok, type Result, refused } from '@app/domain';
import { type PolicyOrder, unwritable, type XmlElement } from '@app/partner-kit';
import { acord, amount, type BabbageQuestion } from '../acord.js';

type Details = PolicyOrder['details'];

/** What an XML document can hold at all (XML 1.0 §2.2). */
const XML_TEXT = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;

const quoteInfo = (quoteNumber: string): XmlElement => acord('QuoteInfo', [acord('CompanysQuoteNumber', quoteNumber)]);

/** The day on which it was paid in India (errata 21). */
const paymentInfo = ({ method, reference, amountMinor, capturedAt }: Details['payment']): XmlElement =>
  acord('PaymentInfo', [
    acord('MethodPaymentCd', method),
    acord('PaymentReference', reference),
    acord('PaymentAmt', [amount(amountMinor)]),
    acord('PaymentDt', istDateAt(new Date(capturedAt))),
  ]);

/** The last word is the surname, a single word is surname only (errata 21). */
function personName(fullName: string): XmlElement {
  const words = fullName.split(/\s+/).filter((word) => word !== '');
  const given = words.slice(0, -1).join(' ');
  return acord('PersonName', [
    acord('Surname', words.at(-1) ?? ''),
    given === '' ? undefined : acord('GivenName', given),
  ]);
}

/** No telephone number and no nominee: B asks for neither. */
function insured({ fullName, address }: Details['proposer']): XmlElement {
  const party = acord('GeneralPartyInfo', [
    acord('NameInfo', [personName(fullName)]),
    acord('Addr', [
      acord('Addr1', address.line1),
      acord('City', address.city),
      acord('StateProvCd', address.state),
      acord('PostalCode', address.pincode),
    ]),
  ]);
  return acord('InsuredOrPrincipal', [party]);
}

const vehicle = ({ engineNumber, chassisNumber }: NonNullable<Details['asset']>): XmlElement =>
  acord('PersVeh', [acord('EngineSerialNumber', engineNumber), acord('ChassisSerialNumber', chassisNumber)], {
    id: 'V1',
  });

/** An order as an Add: the same content under the same id, whenever it is sent. `VALIDATION`: XML cannot hold it. */
export function toBabbageLovelace(order: PolicyOrder): Result<BabbageQuestion, CanonicalError> {
  const { key, partnerQuoteRef, acceptedTotalMinor, request, details } = order;
  const { payment, proposer } = details;
  const isTrip = request.productLine === 'travel';
  const asset = isTrip ? undefined : details.asset;
  const { fullName, address } = proposer;
  const fault = unwritable({ fullName, line1: address.line1, city: address.city, ...asset }, XML_TEXT);
  if (fault !== undefined) return refused(fault);
  const content = [
    quoteInfo(partnerQuoteRef),
    acord('CurrentTermAmt', [amount(acceptedTotalMinor)]),
    paymentInfo(payment),
    insured(proposer),
    ...(asset ? [vehicle(asset)] : []),
  ];
  return ok({ name: isTrip ? 'PersPkgPolicyAdd' : 'PersAutoPolicyAdd', rqUid: key, content });
}

/** What became of a quote. Under an id of its own: one that was used for an Add is refused (B.3). */
export const toInquiry = (partnerQuoteRef: string, rqUid: string): BabbageQuestion => ({
  name: 'PolicyInq',
  rqUid,
  content: [quoteInfo(partnerQuoteRef)],
});
