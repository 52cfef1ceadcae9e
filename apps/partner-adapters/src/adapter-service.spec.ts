import { PARTNERS, settingsPrefix } from '@app/partner-registry';
import { readSettings } from '@app/platform';
import { describe, expect, it } from '@jest/globals';
import { adapterService } from './adapter-service.js';
import { PARTNER_FOLDERS } from './partner-folders.js';

const around = (production = false) => ({
  production,
  shareLimits: () => () => Promise.reject(new Error('Nothing is started here')),
});

describe('choosing the partner of a process', () => {
  it('has a folder for every partner of the registry', () => {
    expect([...PARTNER_FOLDERS.keys()]).toEqual(PARTNERS.map(({ id }) => id));
  });

  it.each(PARTNERS)('reads the secrets of $id and of nobody else', async ({ id, secrets }) => {
    const { settings } = await adapterService(id, around());
    const own = ['BASE_URL', ...secrets.map(({ name }) => name), 'SEALING_KEY', 'LIMITS'];
    const named = Object.keys(settings).filter((name) => name.startsWith('PARTNER_'));
    expect(named).toEqual(expect.arrayContaining(own.map((name) => `${settingsPrefix(id)}${name}`)));
    expect(named.filter((name) => !name.startsWith(settingsPrefix(id)))).toEqual([]);
  });

  it.each(PARTNERS)('takes nothing of $id for granted in production', async ({ id, secrets }) => {
    const { settings } = await adapterService(id, around());
    const read = () => readSettings(settings, { NODE_ENV: 'production', PARTNER: id });
    const needed = secrets.filter(({ optional }) => !optional);
    for (const name of ['BASE_URL', ...needed.map((secret) => secret.name), 'SEALING_KEY'])
      expect(read).toThrow(`${settingsPrefix(id)}${name} is required`);
    expect(read).toThrow('INTERNAL_SIGNING_KEYS is required');
  });

  it.each(PARTNERS)('keeps within the limits of $id unless development switches that off', async ({ id }) => {
    const name = `${settingsPrefix(id)}LIMITS`;
    const read = async (production: boolean, env: Record<string, string>) =>
      readSettings((await adapterService(id, around(production))).settings, { PARTNER: id, ...env })[name];
    expect(await read(false, {})).toBe('on');
    expect(await read(false, { [name]: 'off' })).toBe('off');
    await expect(read(true, { [name]: 'off' })).rejects.toThrow(name);
  });

  it.each([undefined, '', 'unknown-mutual'])('does not start for %p, and says which there are', async (partner) => {
    const { settings } = await adapterService(partner, around());
    const env = partner === undefined ? {} : { PARTNER: partner };
    expect(() => readSettings(settings, env)).toThrow(/acme-general.*cogwheel-direct/);
  });
});
