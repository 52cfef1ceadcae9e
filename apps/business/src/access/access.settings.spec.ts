import { readSettings } from '@app/platform';
import { describe, expect, it } from '@jest/globals';
import { accessSettings } from './access.settings.js';

describe('the settings of access', () => {
  it('have keys in development only, and let no page in', () => {
    const production = readSettings(accessSettings, { NODE_ENV: 'production' });
    expect(production).toMatchObject({ CORS_ORIGINS: [], TRUSTED_PROXY_HOPS: 0, MAX_REQUESTS_IN_WORK: 100 });
    for (const name of ['DEVELOPMENT_API_KEY', 'DEVELOPMENT_PUBLIC_KEY', 'DEVELOPMENT_OPS_KEY'] as const)
      expect(production[name]).toBeUndefined();
    expect(readSettings(accessSettings, {}).DEVELOPMENT_PUBLIC_KEY).toBe('development-public-key');
  });

  it('take origins with a comma between them', () => {
    const read = (CORS_ORIGINS: string) => readSettings(accessSettings, { CORS_ORIGINS }).CORS_ORIGINS;
    expect(read('https://shop.example, http://localhost:5173,')).toEqual([
      'https://shop.example',
      'http://localhost:5173',
    ]);
    expect(read('*')).toEqual(['*']);
    for (const wrong of ['shop.example', 'https://shop.example/', 'https://*.example/x', 'null'])
      expect(() => read(wrong)).toThrow('CORS_ORIGINS');
  });

  it.each([
    ['TRUSTED_PROXY_HOPS', '-1'],
    ['TRUSTED_PROXY_HOPS', '1.5'],
    ['MAX_REQUESTS_IN_WORK', '0'],
    ['MAX_WAIT_MS', 'long'],
  ])('refuse %s=%s', (name, value) => {
    expect(() => readSettings(accessSettings, { [name]: value })).toThrow(`${name}:`);
  });
});
