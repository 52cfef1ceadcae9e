import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings, settingsHelp } from './sandbox.settings.js';

describe('the settings of a listener with mutual TLS', () => {
  let folder: string;
  let files: Record<string, string>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-tls-'));
    files = Object.fromEntries(
      ['CERT', 'KEY', 'CA'].map((name) => [`SANDBOX_FIZZBUZZ_TLS_${name}`, join(folder, name)]),
    );
    for (const path of Object.values(files)) writeFileSync(path, `PEM of ${path.slice(folder.length + 1)}`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are a port and what its three files hold', () => {
    expect(readSettings({ ...files, SANDBOX_FIZZBUZZ_TLS_PORT: '4443' }).mutualTls).toEqual({
      fizzbuzz: { port: 4443, tls: { cert: 'PEM of CERT', key: 'PEM of KEY', ca: 'PEM of CA' } },
    });
  });

  it('ask for nothing without a port', () => {
    expect(readSettings(files).mutualTls).toEqual({});
  });

  it('name all files that are missing or cannot be read at once', () => {
    const env = { SANDBOX_FIZZBUZZ_TLS_PORT: '0', SANDBOX_FIZZBUZZ_TLS_KEY: join(folder, 'nothing') };
    for (const name of Object.keys(files)) expect(() => readSettings(env)).toThrow(name);
  });

  it('are all in the help', () => {
    for (const name of [...Object.keys(files), 'SANDBOX_FIZZBUZZ_TLS_PORT']) expect(settingsHelp()).toContain(name);
  });
});
