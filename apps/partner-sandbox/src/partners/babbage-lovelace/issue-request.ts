import { z } from 'zod';
import { aggregate, amount, civilDate, postalCode, text } from './wire-forms.js';

const serialNumber = text.max(40);

const address = aggregate({
  Addr1: text.optional(),
  City: text.optional(),
  StateProvCd: text.optional(),
  PostalCode: postalCode.optional(),
});

const name = aggregate({ PersonName: aggregate({ Surname: text, GivenName: text.optional() }) });

/** An Add; amounts come out in paise. A name of one word is a surname only (partners.md B.3, errata 11, 21). */
export const issueRequest = z.object({
  QuoteInfo: aggregate({ CompanysQuoteNumber: text }),
  CurrentTermAmt: aggregate({ Amt: amount }),
  PaymentInfo: aggregate({
    MethodPaymentCd: text,
    PaymentReference: text,
    PaymentAmt: aggregate({ Amt: amount }),
    PaymentDt: civilDate,
  }),
  InsuredOrPrincipal: aggregate({ GeneralPartyInfo: aggregate({ NameInfo: name, Addr: address }) }),
});

/** The same for a quote of a vehicle, whose numbers are mandatory then. */
export const vehicleIssueRequest = issueRequest.extend({
  PersVeh: aggregate({ EngineSerialNumber: serialNumber, ChassisSerialNumber: serialNumber }),
});

export type IssueRequest = z.infer<typeof issueRequest>;

export const ISSUE_FIELD_ORDER = [
  'QuoteInfo.CompanysQuoteNumber',
  'CurrentTermAmt.Amt',
  'PaymentInfo.MethodPaymentCd',
  'PaymentInfo.PaymentReference',
  'PaymentInfo.PaymentAmt.Amt',
  'PaymentInfo.PaymentDt',
  'InsuredOrPrincipal.GeneralPartyInfo.NameInfo.PersonName.Surname',
  'InsuredOrPrincipal.GeneralPartyInfo.NameInfo.PersonName.GivenName',
  'InsuredOrPrincipal.GeneralPartyInfo.Addr.Addr1',
  'InsuredOrPrincipal.GeneralPartyInfo.Addr.City',
  'InsuredOrPrincipal.GeneralPartyInfo.Addr.StateProvCd',
  'InsuredOrPrincipal.GeneralPartyInfo.Addr.PostalCode',
  'PersVeh.EngineSerialNumber',
  'PersVeh.ChassisSerialNumber',
] as const;
