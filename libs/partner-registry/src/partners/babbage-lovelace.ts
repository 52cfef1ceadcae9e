import { definePartner, permanent, transient } from '../manifest.js';

/** B: SOAP 1.1 with WS-Security (partners.md B). */
export const babbageLovelace = definePartner({
  id: 'babbage-lovelace',
  name: 'Babbage & Lovelace Assurance',
  lines: ['motor-four-wheeler', 'travel'],
  // More than B's sessions would only wait in its adapter.
  operations: { quote: { concurrency: 5 }, issuance: { handlerP99Ms: 7_500 } },
  rateLimit: null,
  // B counts per user, and so over all our replicas (partners.md B.5).
  sessions: 5,
  secrets: [
    { name: 'USERNAME', sandboxValue: 'market-sbx' },
    { name: 'PASSWORD', sandboxValue: 'S4ndbox-Loom!' },
  ],
  errorCodes: {
    // Fault codes, without their prefix.
    FailedAuthentication: permanent('AUTHENTICATION'),
    MessageExpired: permanent('AUTHENTICATION'),
    InvalidSecurityToken: permanent('AUTHENTICATION'),
    'BL-901': permanent('VALIDATION'),
    'BL-902': permanent('PROTOCOL'),
    'BL-903': permanent('VALIDATION'),
    // Our own RqUID was used for something else (errata 15): nothing here may be adopted.
    'BL-904': permanent('PROTOCOL'),
    'BL-905': permanent('DUPLICATE'),
    'BL-906': permanent('QUOTE_EXPIRED'),
    'BL-907': permanent('PRICE_CHANGED'),
    'BL-908': permanent('PAYMENT_MISMATCH'),
    'BL-909': permanent('UNDERWRITING'),
    'BL-910': permanent('NOT_FOUND'),
    'BL-950': transient('UNAVAILABLE'),
    'BL-951': transient('UNAVAILABLE'),
    'BL-999': permanent('PARTNER_INTERNAL'),
  },
  declineCodes: { 'BL-101': 'VEHICLE', 'BL-111': 'APPETITE', 'BL-112': 'AGE', 'BL-199': 'OTHER' },
});
