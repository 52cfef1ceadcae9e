import { definePartner, permanent, transient } from '../manifest.js';

/** E: asynchronous jobs, by polling and by webhook (partners.md E). */
export const eleventhHour = definePartner({
  id: 'eleventh-hour',
  name: 'Eleventh Hour Life & Health',
  lines: ['health', 'term-life'],
  // A job takes several of the sixty requests a minute, so that few quotes are under way at once.
  operations: { quote: { breaker: { hangingCalls: 3 } }, issuance: { handlerP99Ms: 10_000 } },
  rateLimit: { requests: 60, windowMs: 60_000 },
  webhookPath: '/webhooks/eleventh-hour',
  secrets: [
    { name: 'API_KEY', sandboxValue: 'ehk_sandbox_4c1f' },
    { name: 'WEBHOOK_SECRET', sandboxValue: 'ehw_5b1c0de2a94f4e37' },
  ],
  errorCodes: {
    'EH-4010': permanent('AUTHENTICATION'),
    'EH-4001': permanent('VALIDATION'),
    'EH-4002': permanent('VALIDATION'),
    'EH-4003': permanent('VALIDATION'),
    'EH-4040': permanent('NOT_FOUND'),
    'EH-4100': permanent('NOT_FOUND'),
    'EH-4290': transient('RATE_LIMITED'),
    'EH-5030': transient('UNAVAILABLE'),
    'EH-5001': permanent('PARTNER_INTERNAL'),
    'EH-5002': transient('UNAVAILABLE'),
    'EH-4091': permanent('QUOTE_EXPIRED'),
    'EH-4092': permanent('PRICE_CHANGED'),
    'EH-4093': permanent('DUPLICATE'),
    'EH-4094': permanent('PAYMENT_MISMATCH'),
    'EH-4095': permanent('UNDERWRITING'),
  },
  declineCodes: {
    'EH-D1': 'AGE',
    'EH-D2': 'HEALTH',
    'EH-D3': 'AGE',
    'EH-D4': 'AGE',
    'EH-D5': 'OTHER',
    'EH-D6': 'APPETITE',
    'EH-D9': 'OTHER',
  },
});
