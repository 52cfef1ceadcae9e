import { readFileSync } from 'node:fs';
import { PRODUCT_LINES } from '@app/product-lines';
import { describe, expect, it } from '@jest/globals';
import { canonicalRequest } from './canonical-request.js';
import { joinPersonal, separatePersonal } from './personal-fields.js';
import { quoteRequestBody } from './public/quote-request-body.js';

const m1 = quoteRequestBody.parse(JSON.parse(readFileSync(new URL('../examples/m1.json', import.meta.url), 'utf8')));

const request = canonicalRequest.parse({
  ...m1,
  schemaVersion: '1.0',
  requestId: '01989d1a-0000-7000-8000-000000000000',
  createdAt: '2026-11-23T10:00:00.000Z',
  answerDeadline: '2026-11-23T10:00:20.000Z',
  acceptLateUntil: '2026-11-23T10:05:00.000Z',
  partners: null,
  riskFingerprint: 'sha256:00',
  proposer: { ...m1.proposer, mobile: '+919800000001', email: 'asha@example.org', annualIncomeMinor: 150_000_000 },
  risk: PRODUCT_LINES['motor-four-wheeler'].complete(m1.risk),
});

describe('personal fields', () => {
  const { open, personal } = separatePersonal(request);

  it('are taken out of what travels openly', () => {
    expect(personal).toEqual({
      '/proposer/mobile': '+919800000001',
      '/proposer/email': 'asha@example.org',
      '/proposer/annualIncomeMinor': 150_000_000,
      '/risk/registrationNumber': 'MH12AB1234',
    });
    for (const value of ['+919800000001', 'asha@example.org', '150000000', 'MH12AB1234'])
      expect(JSON.stringify(open)).not.toContain(value);
  });

  it('leave a request that is still one', () => {
    expect(canonicalRequest.safeParse(open).success).toBe(true);
  });

  it('make the request whole again', () => {
    expect(joinPersonal(open, personal)).toEqual(request);
  });

  it('cannot reach anything outside the request', () => {
    const joined = joinPersonal(open, {
      '/__proto__/polluted': true,
      '/risk/__proto__': { polluted: true },
      '/a/b': 1,
    });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(joined).toEqual(open);
  });
});
