import { describe, expect, it } from '@jest/globals';
import { readSettings, settingsHelp } from './sandbox.settings.js';

describe('the settings', () => {
  it('have defaults, for empty variables too', () => {
    const defaults = {
      port: 4100,
      latency: { kind: 'none' },
      enforceLimits: false,
      unlimitedPartners: [],
      mutualTls: {},
    };
    expect(readSettings({})).toEqual(defaults);
    expect(readSettings({ PORT: '', SANDBOX_LATENCY: '' })).toEqual(defaults);
  });

  it('are read from the environment', () => {
    const env = {
      PORT: '0',
      SANDBOX_LATENCY: 'fixed:20.5-120',
      SANDBOX_ENFORCE_LIMITS: 'true',
      PARTNER_COGWHEEL_DIRECT_LIMITS: 'off',
    };
    expect(readSettings(env)).toEqual({
      port: 0,
      latency: { kind: 'fixed', minMs: 20.5, maxMs: 120 },
      enforceLimits: true,
      unlimitedPartners: ['cogwheel-direct'],
      mutualTls: {},
    });
    expect(readSettings({ SANDBOX_LATENCY: 'sla' }).latency).toEqual({ kind: 'sla' });
  });

  it('are refused with all problems at once', () => {
    const env = {
      PORT: '70000',
      SANDBOX_LATENCY: 'fixed:9-1',
      SANDBOX_ENFORCE_LIMITS: 'yes',
      PARTNER_ACME_GENERAL_LIMITS: '0',
    };
    for (const name of Object.keys(env)) expect(() => readSettings(env)).toThrow(name);
  });

  it('are all in the help', () => {
    for (const name of [
      'PORT',
      'SANDBOX_LATENCY',
      'SANDBOX_ENFORCE_LIMITS',
      'PARTNER_ACME_GENERAL_LIMITS',
      'PARTNER_BABBAGE_LOVELACE_LIMITS',
      'PARTNER_COGWHEEL_DIRECT_LIMITS',
      'PARTNER_DAK_BUNGALOW_LIMITS',
      'PARTNER_ELEVENTH_HOUR_LIMITS',
      'PARTNER_FIZZBUZZ_LIMITS',
    ])
      expect(settingsHelp()).toContain(name);
  });
});
