import type { DocumentCall } from '@app/contracts';
import { PartnerHttp } from '@app/partner-kit';
import { type FakeAnswer, FakePartner, json, text } from '@app/partner-kit/testing';
import { ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EleventhHourClient } from '../client.js';
import { DOCUMENT_PATH, HEALTH_ORDER } from '../testing/worked-policies.js';
import { EleventhHourPolicies } from './policies.js';

const refusal = (status: number, code: string) =>
  json(status, { errors: [{ code, target: null, detail: 'No' }], traceId: 'tr-91' });

describe('fetching a document of Eleventh Hour', () => {
  let partner: FakePartner;
  let http: PartnerHttp;
  let answer: FakeAnswer;

  beforeEach(async () => {
    answer = text(200, 'application/pdf', '%PDF-1.4\n');
    partner = await FakePartner.start(() => answer);
    http = new PartnerHttp({ baseUrl: partner.url, clock: new ManualClock() });
  });

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  function fetchAt(reference: string) {
    const policies = new EleventhHourPolicies(new EleventhHourClient(http, 'ehk_sandbox_4c1f'), new ManualClock());
    const call: DocumentCall = {
      applicationId: HEALTH_ORDER.applicationId,
      partner: 'eleventh-hour',
      partnerQuoteRef: HEALTH_ORDER.partnerQuoteRef,
      policyNumber: 'EH-H-000000071',
      document: {
        id: '01934f2a-0000-7000-8000-0000000000d1',
        type: 'POLICY_SCHEDULE',
        contentType: 'application/pdf',
        reference,
      },
    };
    return policies.fetchDocument(call, new AbortController().signal);
  }

  it('brings its bytes, asked for with our key', async () => {
    expect(await fetchAt(DOCUMENT_PATH)).toMatchObject({ ok: true, value: { contentType: 'application/pdf' } });
    expect(partner.calls).toMatchObject([
      { method: 'GET', path: DOCUMENT_PATH, headers: { authorization: 'ApiKey ehk_sandbox_4c1f' } },
    ]);
  });

  it('brings a document that is larger than other answers', async () => {
    answer = text(200, 'application/pdf', `%PDF-${' '.repeat(3_000_000)}`);
    const fetched = await fetchAt(DOCUMENT_PATH);
    expect(fetched.ok && fetched.value.bytes.length).toBe(3_000_005);
  });

  it.each(['/api/v3/quote-requests/ehj_1', '/api/v3/documents/../policies', 'http://127.0.0.1:1/api/v3/documents/a'])(
    'never asks for %s',
    async (reference) => {
      expect(await fetchAt(reference)).toMatchObject({ ok: false, error: { category: 'NOT_FOUND' } });
      expect(partner.calls).toEqual([]);
    },
  );

  it.each([
    ['no PDF', text(200, 'application/pdf', '<html></html>'), 'PROTOCOL'],
    ['not there', refusal(404, 'EH-4040'), 'NOT_FOUND'],
    ['refused to us', refusal(401, 'EH-4010'), 'AUTHENTICATION'],
    ['out of reach', refusal(503, 'EH-5030'), 'UNAVAILABLE'],
  ])('fails for one that is %s', async (_what, given, category) => {
    answer = given;
    expect(await fetchAt(DOCUMENT_PATH)).toMatchObject({ ok: false, error: { category } });
  });
});
