import { readSettings } from '@app/platform';
import { describe, expect, it } from '@jest/globals';
import { paymentFaults } from './apply/payment.settings.js';
import { businessSettings, settingsFaults } from './business.settings.js';

const DATABASE_URL = 'postgres://quotes:secret@localhost:5432/quotes';

describe('the settings of the business service', () => {
  it('need a database only, in development', () => {
    const settings = readSettings(businessSettings, { DATABASE_URL });
    expect(settings).toMatchObject({
      PORT: 3000,
      INTERNAL_PORT: 3001,
      QUOTE_DEADLINE_MS: 20_000,
      LATE_ANSWERS_MS: 300_000,
      REJECT_PAST_START_DATES: false,
      SNS_TOPIC_ARN_PREFIX: 'arn:aws:sns:ap-south-1:000000000000:',
      DATABASE_URL,
      DEVELOPMENT_API_KEY: 'development-key',
    });
    expect(settings.PARTNER_ACME_GENERAL_SEALING_KEY).toHaveLength(1);
  });

  it('have no development keys in production, and name everything that is missing at once', () => {
    const required = [
      ...['DATABASE_URL', 'SNS_TOPIC_ARN_PREFIX', 'INTERNAL_SIGNING_KEYS', 'STORAGE_SEALING_KEY', 'ACCESS_TOKEN_KEY'],
      ...[
        'PAYMENT_VERIFIER',
        'FINGERPRINT_KEY',
        'PARTNER_ACME_GENERAL_SEALING_KEY',
        'PARTNER_COGWHEEL_DIRECT_SEALING_KEY',
      ],
    ];
    for (const name of required) {
      expect(() => readSettings(businessSettings, { NODE_ENV: 'production' })).toThrow(`${name} is required`);
    }
  });

  it.each([
    ['DATABASE_URL', 'mysql://localhost/quotes'],
    ['ACCESS_TOKEN_KEY', 'c2hvcnQ='],
    ['FINGERPRINT_KEY', 'not base64 at all'],
    ['SNS_TOPIC_ARN_PREFIX', 'quote-requested-'],
    ['REJECT_PAST_START_DATES', 'perhaps'],
    ['PARTNER_ACME_GENERAL_SEALING_KEY', 'c2hvcnQ='],
  ])('refuse %s=%s', (name, value) => {
    expect(() => readSettings(businessSettings, { DATABASE_URL, [name]: value })).toThrow(`${name}:`);
  });

  it('have somebody who looks at payments, which in production nobody does yet', () => {
    const verifier = { PAYMENT_VERIFIER: 'development' } as const;
    expect(readSettings(businessSettings, { DATABASE_URL })).toMatchObject(verifier);
    expect(paymentFaults(verifier, false)).toEqual([]);
    expect(paymentFaults(verifier, true)).toEqual([expect.stringMatching(/^PAYMENT_VERIFIER: /)]);
    expect(() => readSettings(businessSettings, { DATABASE_URL, PAYMENT_VERIFIER: 'none' })).toThrow(
      'PAYMENT_VERIFIER:',
    );
  });

  it('let nobody in where no key is set in production', () => {
    expect(businessSettings.DEVELOPMENT_API_KEY.schema.parse(undefined)).toBeUndefined();
  });

  it('name the ephemeral lines, which need a Redis and a time to live that late answers fit into', () => {
    const read = (env: Record<string, string>) => readSettings(businessSettings, { DATABASE_URL, ...env });
    expect(read({}).EPHEMERAL_LINES).toEqual(new Set());
    expect(settingsFaults(read({}))).toEqual([]);
    const lines = { EPHEMERAL_LINES: 'travel, health' };
    expect(read(lines).EPHEMERAL_LINES).toEqual(new Set(['travel', 'health']));
    expect(settingsFaults(read({ ...lines, EPHEMERAL_TTL_MS: '299999' }))).toHaveLength(2);
    expect(settingsFaults(read({ ...lines, REDIS_URL: 'redis://localhost' }))).toEqual([]);
    expect(() => read({ EPHEMERAL_LINES: 'travel,boats' })).toThrow('there is no product line boats');
  });
});
