import { definePartner, permanent, transient } from '../manifest.js';

/** C: HMAC-signed JSON with a hard rate limit (partners.md C). */
export const cogwheelDirect = definePartner({
  id: 'cogwheel-direct',
  name: 'Cogwheel Direct',
  lines: ['motor-four-wheeler', 'motor-two-wheeler', 'term-life'],
  // At two calls a second, four are open before the first of them has had its timeout.
  operations: { quote: { breaker: { hangingCalls: 4 } }, issuance: { handlerP99Ms: 2_000 } },
  rateLimit: { requests: 20, windowMs: 10_000 },
  secrets: [
    { name: 'KEY_ID', sandboxValue: 'cogk_sandbox_01' },
    { name: 'SECRET', sandboxValue: 'cogs_3f9d2a7c51e84b06a1d77c0e5b92f4aa' },
  ],
  errorCodes: {
    'C-AUTH-001': permanent('AUTHENTICATION'),
    'C-AUTH-002': permanent('AUTHENTICATION'),
    'C-AUTH-003': permanent('AUTHENTICATION'),
    'C-AUTH-004': permanent('AUTHENTICATION'),
    'C-VAL-001': permanent('VALIDATION'),
    'C-VAL-002': permanent('VALIDATION'),
    'C-VAL-003': permanent('VALIDATION'),
    'C-VAL-004': permanent('VALIDATION'),
    'C-VAL-005': permanent('VALIDATION'),
    'C-VAL-006': permanent('VALIDATION'),
    'C-VAL-017': permanent('VALIDATION'),
    'C-VAL-018': permanent('VALIDATION'),
    'C-ISS-404': permanent('NOT_FOUND'),
    // Our own key was used for something else (errata 15): nothing here may be adopted.
    'C-ISS-409': permanent('PROTOCOL'),
    'C-ISS-410': permanent('DUPLICATE'),
    'C-ISS-411': permanent('QUOTE_EXPIRED'),
    'C-ISS-420': permanent('PRICE_CHANGED'),
    'C-ISS-421': permanent('UNDERWRITING'),
    'C-ISS-422': permanent('PAYMENT_MISMATCH'),
    'C-RATE-001': transient('RATE_LIMITED'),
    'C-SYS-500': permanent('PARTNER_INTERNAL'),
    'C-SYS-900': transient('UNAVAILABLE'),
  },
  declineCodes: {
    'C-UW-10': 'VEHICLE',
    'C-UW-11': 'VEHICLE',
    'C-UW-21': 'VEHICLE',
    'C-UW-31': 'AGE',
    'C-UW-32': 'AGE',
    'C-UW-99': 'OTHER',
  },
});
