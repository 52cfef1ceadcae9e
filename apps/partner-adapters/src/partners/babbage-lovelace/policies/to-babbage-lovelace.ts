import { istDateAt } from '@app/domain';
import type { PolicyOrder, XmlElement } from '@app/partner-kit';
import { acord, amount, type BabbageQuestion } from '../acord.js';

type Details = PolicyOrder['details'];

/** What no XML document can hold, in any way of writing (XML 1.0 §2.2). */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** An element with something that a customer wrote. */
const written = (name: string, text: string): XmlElement => acord(name, text.replaceAll(NO_XML, ''));

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
    written('Surname', words.at(-1) ?? ''),
    given === '' ? undefined : written('GivenName', given),
  ]);
}

/** No telephone number and no nominee: B asks for neither. */
function insured({ fullName, address }: Details['proposer']): XmlElement {
  const party = acord('GeneralPartyInfo', [
    acord('NameInfo', [personName(fullName)]),
    acord('Addr', [
      written('Addr1', address.line1),
      written('City', address.city),
      acord('StateProvCd', address.state),
      acord('PostalCode', address.pincode),
    ]),
  ]);
  return acord('InsuredOrPrincipal', [party]);
}

const vehicle = ({ engineNumber, chassisNumber }: NonNullable<Details['asset']>): XmlElement =>
  acord('PersVeh', [written('EngineSerialNumber', engineNumber), written('ChassisSerialNumber', chassisNumber)], {
    id: 'V1',
  });

/** An order as an Add: the same content under the same id, whenever it is sent. */
export function toBabbageLovelace({
  key,
  partnerQuoteRef,
  acceptedTotalMinor,
  request,
  details: { payment, proposer, asset },
}: PolicyOrder): BabbageQuestion {
  const isTrip = request.productLine === 'travel';
  const content = [
    quoteInfo(partnerQuoteRef),
    acord('CurrentTermAmt', [amount(acceptedTotalMinor)]),
    paymentInfo(payment),
    insured(proposer),
    ...(isTrip || !asset ? [] : [vehicle(asset)]),
  ];
  return { name: isTrip ? 'PersPkgPolicyAdd' : 'PersAutoPolicyAdd', rqUid: key, content };
}

/** What became of a quote. Under an id of its own: one that was used for an Add is refused (B.3). */
export const toInquiry = (partnerQuoteRef: string, rqUid: string): BabbageQuestion => ({
  name: 'PolicyInq',
  rqUid,
  content: [quoteInfo(partnerQuoteRef)],
});
