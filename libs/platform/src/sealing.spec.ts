import { describe, expect, it } from '@jest/globals';
import { Sealer, sealingKeysSetting } from './sealing.js';
import { readSettings } from './settings.js';

const setting = { KEY: sealingKeysSetting('Seals', 'acme-general') };
const keys = (text?: string) => readSettings(setting, text === undefined ? {} : { KEY: text }).KEY;
const fresh = (byte: number) => Buffer.alloc(32, byte).toString('base64');

describe('a sealer', () => {
  it('opens what it sealed', async () => {
    const sealer = new Sealer(keys());
    expect(await sealer.open(await sealer.seal({ '/proposer/mobile': '+919800000001' }))).toEqual({
      '/proposer/mobile': '+919800000001',
    });
  });

  it('seals the same thing differently each time, and names the key in the open header only', async () => {
    const sealer = new Sealer(keys());
    const [one, two] = await Promise.all([sealer.seal('secret'), sealer.seal('secret')]);
    expect(one).not.toBe(two);
    const header = JSON.parse(Buffer.from(one.split('.')[0] ?? '', 'base64url').toString());
    expect(header).toEqual({ alg: 'dir', enc: 'A256GCM', kid: expect.stringMatching(/^[0-9a-f]{16}$/) });
  });

  it('goes on opening with the old key while the new one seals', async () => {
    const before = await new Sealer(keys(fresh(1))).seal('old');
    const rotated = new Sealer(keys(`${fresh(2)},${fresh(1)}`));
    expect(await rotated.open(before)).toBe('old');
    await expect(new Sealer(keys(fresh(1))).open(await rotated.seal('new'))).rejects.toThrow('not known here');
  });

  it('opens nothing that was tampered with', async () => {
    const sealer = new Sealer(keys());
    const parts = (await sealer.seal('secret')).split('.');
    parts[3] = Buffer.from('something else').toString('base64url');
    await expect(sealer.open(parts.join('.'))).rejects.toThrow();
  });

  it('takes keys of 32 bytes only', () => {
    expect(() => keys(Buffer.alloc(16).toString('base64'))).toThrow('expected base64 of 32 bytes');
  });
});
