import { definePartner, permanent, transient } from '../manifest.js';

/** F: JSON-RPC 2.0 over mutual TLS, three plans in every answer (partners.md F). */
export const fizzbuzz = definePartner({
  id: 'fizzbuzz',
  name: 'Fizzbuzz Underwriters',
  lines: ['motor-four-wheeler', 'travel'],
  // At two calls a second, four are open before the first of them has had its timeout.
  operations: { quote: { breaker: { hangingCalls: 4 } }, issuance: { handlerP99Ms: 3_000 } },
  rateLimit: { requests: 120, windowMs: 60_000 },
  // Either the bearer token or the client certificate with its key.
  secrets: [
    { name: 'BEARER', sandboxValue: 'fzb-sandbox-market', optional: true },
    { name: 'CLIENT_CERT', optional: true },
    { name: 'CLIENT_KEY', optional: true },
    { name: 'CA', optional: true },
  ],
  errorCodes: {
    '-32700': permanent('PROTOCOL'),
    '-32600': permanent('PROTOCOL'),
    '-32601': permanent('PROTOCOL'),
    '-32602': permanent('VALIDATION'),
    '-32603': permanent('PARTNER_INTERNAL'),
    '-32010': transient('RATE_LIMITED'),
    '-32020': transient('UNAVAILABLE'),
    '-32030': permanent('DUPLICATE'),
    // Our own key was used for something else: nothing here may be adopted.
    '-32031': permanent('PROTOCOL'),
    '-32032': permanent('QUOTE_EXPIRED'),
    '-32033': permanent('PRICE_CHANGED'),
    '-32034': permanent('UNDERWRITING'),
    '-32035': permanent('PAYMENT_MISMATCH'),
    '-32040': permanent('NOT_FOUND'),
    'FZ-E10': permanent('PARTNER_INTERNAL'),
    'FZ-E11': transient('UNAVAILABLE'),
  },
  declineCodes: {
    'FZ-D01': 'VEHICLE',
    'FZ-D02': 'VEHICLE',
    'FZ-D11': 'AGE',
    'FZ-D12': 'AGE',
    'FZ-D13': 'HEALTH',
    'FZ-D99': 'OTHER',
  },
});
