import { definePartner, permanent, transient } from '../manifest.js';

/** D: form in, pipe-delimited text out (partners.md D). */
export const dakBungalow = definePartner({
  id: 'dak-bungalow',
  name: 'Dak Bungalow Insurance',
  lines: ['motor-four-wheeler', 'motor-two-wheeler'],
  // One quote may take three calls: it is asked again for each of E21 and E33.
  // More calls at once than D has sessions would only wait in its adapter.
  operations: {
    quote: { timeoutMs: 18_000, concurrency: 2 },
    issuance: { concurrency: 2, handlerP99Ms: 18_000, breaker: { hangingCalls: 2 } },
  },
  rateLimit: null,
  // D counts all its functions together (partners.md D.6).
  sessions: 2,
  secrets: [{ name: 'API_KEY', sandboxValue: 'dbk-sandbox-77' }],
  errorCodes: {
    '30': permanent('VALIDATION'),
    '40': permanent('AUTHENTICATION'),
    '41': permanent('PAYMENT_MISMATCH'),
    '42': permanent('QUOTE_EXPIRED'),
    // Our own payment reference was used for something else (errata 15): nothing here may be adopted.
    '43': permanent('PROTOCOL'),
    '44': permanent('PRICE_CHANGED'),
    '45': permanent('NOT_FOUND'),
    '46': permanent('DUPLICATE'),
    '48': permanent('UNDERWRITING'),
    '90': transient('UNAVAILABLE'),
    '98': transient('RATE_LIMITED'),
    '99': permanent('PARTNER_INTERNAL'),
  },
  declineCodes: { E31: 'VEHICLE', E39: 'OTHER' },
});
