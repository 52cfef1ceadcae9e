import { createLogger, type RunningService, readSettings } from '@app/platform';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { unaskedPolicies } from '../testing/unasked-policies.js';
import { definePartnerAdapter } from './define-partner-adapter.js';
import type { PushedCall } from './partner-webhook.js';
import { sealingKeySetting } from './settings.js';

const manifest = {
  id: 'test-mutual',
  name: 'Test Mutual',
  rateLimit: null,
  sessions: null,
  secrets: [],
  errorCodes: {},
  declineCodes: {},
};

describe('a route that the partner calls', () => {
  let service: RunningService;
  let received: PushedCall[];

  const adapter = definePartnerAdapter({
    manifest,
    settings: { PARTNER_TEST_MUTUAL_SEALING_KEY: sealingKeySetting(manifest) },
    sealingKeys: (settings) => settings.PARTNER_TEST_MUTUAL_SEALING_KEY,
    connect: () => ({
      lines: {},
      policies: unaskedPolicies,
      webhooks: [{ path: '/webhooks/test', receive: (call) => (received.push(call) === 1 ? 204 : 401) }],
      close: async () => undefined,
    }),
  });

  beforeEach(async () => {
    received = [];
    const settings = readSettings(adapter.settings, { INTERNAL_PORT: '0', LISTEN_HOST: '127.0.0.1' });
    service = await adapter.start(settings, createLogger('test', 'silent'));
  });

  afterEach(() => service.stop());

  const push = (body: string, contentType = 'application/json') =>
    fetch(`http://127.0.0.1:${service.ports.internal}/webhooks/test`, {
      method: 'POST',
      headers: { 'content-type': contentType, 'x-signature': 'v1' },
      body,
    });

  it('gets the bytes as they came, without a signature of ours, and its status goes back', async () => {
    expect((await push('{"eventId": "evt_1"')).status).toBe(204);
    expect(received[0]?.body.toString()).toBe('{"eventId": "evt_1"');
    expect(received[0]?.headers['x-signature']).toBe('v1');
    expect((await push('{}')).status).toBe(401);
  });

  it('takes JSON only', async () => {
    expect((await push('<event/>', 'application/xml')).status).toBe(415);
    expect(received).toEqual([]);
  });
});
