import type { DeclineExample, Example, PartnerDescription, Refusal, WireAnswer } from '@app/partner-kit/conformance';
import { requestFor, travelRequestFor } from '../../../testing/canonical-requests.js';
import { adapter } from '../index.js';
import { policies } from './policy-conformance.js';
import { M1_REQUEST, R1_REQUEST } from './printed-requests.js';
import { messageIn, seen } from './readings.js';
import { fault, faultDetail, inBand, wireXml } from './refusals.js';
import { isSigned } from './signed-call.js';
import {
  carAnswer,
  enveloped,
  M1,
  M2,
  M3B,
  M5,
  M6,
  type PricedCar,
  type PricedTrip,
  R1,
  R2,
  R3,
  RQ_UID,
  referredFor,
  rejectedFor,
  tripAnswer,
} from './worked-answers.js';

/** Babbage & Lovelace on the wire, from the text of partners.md B. */

const offers = (status: string, totalMinor: number) => ({
  status,
  offers: [{ premium: { currency: 'INR', totalMinor } }],
});

const car = (name: string, request: Example['request'], priced: PricedCar, asks?: unknown): Example => ({
  name,
  request,
  answer: () => wireXml(200, carAnswer(priced)),
  reply: offers('QUOTED', priced.total),
  ...(asks === undefined ? {} : { asks }),
});

const trip = (name: 'r1' | 'r2' | 'r3', priced: PricedTrip, asks?: unknown): Example => ({
  name,
  request: travelRequestFor(name),
  answer: () => wireXml(200, tripAnswer(priced)),
  reply: offers('QUOTED', priced.total),
  ...(asks === undefined ? {} : { asks }),
});

const decline = (code: string, category: DeclineExample['category'], request: Example['request']): DeclineExample => {
  const name = request.productLine === 'travel' ? 'PersPkgPolicyQuoteInqRs' : 'PersAutoPolicyQuoteInqRs';
  return { code, category, request, answer: () => wireXml(200, enveloped(name, rejectedFor(code, 'Not for us'))) };
};

const refusal = (code: string, answer: WireAnswer, category: Refusal['category'], retryable = false): Refusal => ({
  code,
  answer,
  category,
  retryable,
});

const security = (code: string): WireAnswer => fault(`wsse:${code}`);
const server = (code: string, retryable: number) => fault('soapenv:Server', faultDetail(code, retryable));

const m1 = carAnswer(M1);
const m3b = requestFor('m3', { registrationDate: '2019-09-01', manufactureYear: 2019 });
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

export const babbageConformance: PartnerDescription = {
  adapter,
  readCall: ({ body }) => messageIn(body),
  isAuthenticated: isSigned,
  examples: [
    car('m1', requestFor('m1'), M1, messageIn(M1_REQUEST)),
    car('m2', requestFor('m2'), M2),
    car('m3 of 2019', m3b, M3B),
    car('m5', requestFor('m5'), M5),
    car('m6', requestFor('m6'), M6),
    {
      name: 'm1 referred',
      request: requestFor('m1'),
      answer: () => wireXml(200, carAnswer(M1, referredFor('BL-201', 'Catalogue price'))),
      reply: offers('REFERRED', M1.total),
    },
    trip('r1', R1, { ...seen('<ACORD xmlns="urn:babbage-lovelace:pcs-like:1"/>'), content: [seen(R1_REQUEST)] }),
    trip('r2', R2),
    trip('r3', R3),
  ],
  declines: [
    decline('BL-101', 'VEHICLE', requestFor('m3')),
    decline('BL-111', 'APPETITE', travelRequestFor('r1')),
    decline('BL-112', 'AGE', travelRequestFor('r2')),
    decline('BL-199', 'OTHER', requestFor('m1')),
    decline('BL-177', 'OTHER', travelRequestFor('r3')),
  ],
  refusals: [
    refusal('FailedAuthentication', security('FailedAuthentication'), 'AUTHENTICATION'),
    { ...refusal('MessageExpired', security('MessageExpired'), 'AUTHENTICATION'), calls: 2 },
    { ...refusal('InvalidSecurityToken', security('InvalidSecurityToken'), 'AUTHENTICATION'), calls: 2 },
    refusal('BL-902', fault('soapenv:Client', faultDetail('BL-902', 0)), 'PROTOCOL'),
    refusal('BL-951', server('BL-951', 1), 'UNAVAILABLE', true),
    refusal('BL-999', server('BL-999', 0), 'PARTNER_INTERNAL'),
    refusal('BL-998', server('BL-998', 0), 'PROTOCOL'),
    refusal('BL-901', inBand('DataMissing', 'BL-901'), 'VALIDATION'),
    refusal('BL-903', inBand('com.bl_DataInvalid', 'BL-903'), 'VALIDATION'),
    refusal('BL-950', inBand('com.bl_HostUnavailable', 'BL-950'), 'UNAVAILABLE', true),
    refusal('BL-904', inBand('Duplicate', 'BL-904'), 'PROTOCOL'),
    refusal('BL-997', inBand('com.bl_Surprise', 'BL-997'), 'PROTOCOL'),
  ],
  codesLeftOut: [
    {
      because: 'only what concerns a stored quote or a policy is answered so',
      codes: ['BL-905', 'BL-906', 'BL-907', 'BL-908', 'BL-909', 'BL-910'],
    },
  ],
  rateLimit: { leftOut: 'B limits open calls, and says so as BL-951, which is UNAVAILABLE (B.5)' },
  errorInSuccess: { answer: inBand('com.bl_HostUnavailable', 'BL-950'), category: 'UNAVAILABLE' },
  wrongCurrency: { answer: wireXml(200, m1.replace('<CurCd>INR<', '<CurCd>USD<')), category: 'PROTOCOL' },
  brokenSums: { answer: wireXml(200, m1.replace('17297.00', '17298.00')), category: 'PROTOCOL' },
  answerToAnother: {
    answer: wireXml(200, m1.replaceAll(RQ_UID, '5f0c1a52-8f0e-4c53-9d5a-6f1f6f6d0b01')),
    category: 'PROTOCOL',
  },
  notAsked: [
    { what: 'a model that it does not know', request: requestFor('m4') },
    { what: 'an annual policy', request: travelRequestFor('r4') },
    { what: 'a trip within India', request: travelRequestFor('r1', { destinations: ['IN'] }) },
    { what: 'a limit above its highest', request: travelRequestFor('r1', { medicalLimit: usd(25_000_001) }) },
  ],
  needs: [{ pointer: '/risk/registrationNumber', because: 'it is left out for new vehicles only (B.2)' }],
  policies,
};
