import { partnersOfDomain } from '@app/partner-registry';
import { readSettings } from '@app/platform';
import { describe, expect, it } from '@jest/globals';
import { adapterUrlName, reactiveSettings } from './reactive.settings.js';

const problemsOf = (env: Record<string, string>): unknown => {
  try {
    return readSettings(reactiveSettings(env.PRODUCT_DOMAIN), env);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
};

const adapters = Object.fromEntries(
  partnersOfDomain('motor').map(({ id }, at) => [adapterUrlName(id), `http://127.0.0.1:${3101 + at}/`]),
);

describe('the settings of the reactive service', () => {
  it('need the integration service of every partner of the domain', () => {
    const problems = problemsOf({});
    expect(problems).toContain('PARTNER_ACME_GENERAL_ADAPTER_URL is required');
    expect(problems).toContain('PARTNER_COGWHEEL_DIRECT_ADAPTER_URL is required');
  });

  it('name the callback API in production, and have a default for development', () => {
    expect(problemsOf({ ...adapters, NODE_ENV: 'production' })).toContain('CALLBACK_URL is required');
    expect(problemsOf(adapters)).toMatchObject({ CALLBACK_URL: 'http://127.0.0.1:3001', INTERNAL_PORT: 3_002 });
  });

  it('know the product domains', () => {
    expect(problemsOf({ ...adapters, PRODUCT_DOMAIN: 'marine' })).toContain('PRODUCT_DOMAIN');
  });

  it('keep the address of each partner under its own name', () => {
    const values = readSettings(reactiveSettings(undefined), adapters);
    expect(values[adapterUrlName('acme-general')]).toBe('http://127.0.0.1:3101');
  });
});
