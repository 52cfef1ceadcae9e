import { PARTNERS, settingsPrefix } from '@app/partner-registry';
import { readSettings } from '@app/platform';
import { describe, expect, it } from '@jest/globals';
import { adapterService } from './adapter-service.js';
import { PARTNER_FOLDERS } from './partner-folders.js';

describe('choosing the partner of a process', () => {
  it('has a folder for every partner of the registry', () => {
    expect([...PARTNER_FOLDERS.keys()]).toEqual(PARTNERS.map(({ id }) => id));
  });

  it.each(PARTNERS)('reads the secrets of $id and of nobody else', async ({ id, secrets }) => {
    const { settings } = await adapterService(id);
    const own = ['BASE_URL', ...secrets.map(({ name }) => name), 'SEALING_KEY'];
    const named = Object.keys(settings).filter((name) => name.startsWith('PARTNER_'));
    expect(named.sort()).toEqual(own.map((name) => `${settingsPrefix(id)}${name}`).sort());
  });

  it.each(PARTNERS)('takes nothing of $id for granted in production', async ({ id, secrets }) => {
    const { settings } = await adapterService(id);
    const read = () => readSettings(settings, { NODE_ENV: 'production', PARTNER: id });
    for (const name of ['BASE_URL', ...secrets.map((secret) => secret.name), 'SEALING_KEY'])
      expect(read).toThrow(`${settingsPrefix(id)}${name} is required`);
    expect(read).toThrow('INTERNAL_SIGNING_KEYS is required');
  });

  it.each([undefined, '', 'unknown-mutual'])('does not start for %p, and says which there are', async (partner) => {
    const { settings } = await adapterService(partner);
    const env = partner === undefined ? {} : { PARTNER: partner };
    expect(() => readSettings(settings, env)).toThrow(/acme-general.*cogwheel-direct/);
  });
});
