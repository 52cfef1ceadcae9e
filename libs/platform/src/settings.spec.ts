import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { describeSettings, portSetting, readSettings, SettingsError, urlSetting } from './settings.js';

const settings = {
  PORT: portSetting('Port of the shop', 3000),
  VAULT_URL: urlSetting('Where the vault is', 'http://127.0.0.1:9'),
  VAULT_KEY: { schema: z.string().min(4), about: 'Opens the vault', developmentFallback: 'sesame', secret: true },
};

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readSettings(settings, env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

describe('the settings of a service', () => {
  it('have defaults in development', () => {
    expect(readSettings(settings, {})).toEqual({ PORT: 3000, VAULT_URL: 'http://127.0.0.1:9', VAULT_KEY: 'sesame' });
  });

  it('have no development values in production, and say what is missing and why', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      'VAULT_URL is required: Where the vault is',
      'VAULT_KEY is required: Opens the vault',
    ]);
  });

  it('report every problem at once', () => {
    expect(problemsOf({ PORT: 'eighty', VAULT_URL: 'ftp://vault', VAULT_KEY: 'no' })).toHaveLength(3);
  });

  it('read a secret from a file', () => {
    const file = join(folder, 'key');
    writeFileSync(file, 'from the file\n');
    expect(readSettings(settings, { VAULT_KEY_FILE: file }).VAULT_KEY).toBe('from the file');
    expect(problemsOf({ VAULT_KEY_FILE: join(folder, 'missing') })[0]).toMatch(/^VAULT_KEY_FILE cannot be read/);
  });

  it('explain themselves without giving a secret away', () => {
    const help = describeSettings(settings);
    expect(help).toContain('PORT\n      Port of the shop [3000]');
    expect(help).toContain('VAULT_KEY or VAULT_KEY_FILE');
    expect(help).not.toContain('sesame');
  });
});
