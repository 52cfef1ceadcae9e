import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkQuoteRequest } from '@app/contracts';
import { afterAll, describe, expect, it } from '@jest/globals';
import { exampleNames } from './examples.js';
import { chooseRequest, type RequestOptions } from './request-source.js';

const folder = mkdtempSync(join(tmpdir(), 'quote-request-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function chosen(options: RequestOptions) {
  const request = chooseRequest(options);
  if (!request.ok) throw new Error(request.error.join('\n'));
  return { title: request.value.title, body: JSON.parse(request.value.body) };
}

const problems = (options: RequestOptions): readonly string[] => {
  const request = chooseRequest(options);
  return request.ok ? [] : request.error;
};

describe('the request to send', () => {
  it('is the first example when nothing is said', () => {
    const { title, body } = chosen({});
    expect(title).toBe('example m1');
    expect(body.risk.registrationNumber).toBe('MH12AB1234');
  });

  it('can be every example, each one complete', () => {
    expect(exampleNames()).toContain('m6');
    for (const example of exampleNames()) expect(checkQuoteRequest(chosen({ example }).body, () => []).ok).toBe(true);
  });

  it('can be a file', () => {
    const path = file('own.json', '{"productLine":"motor-four-wheeler","risk":{}}');
    expect(chosen({ file: path }).body).toEqual({ productLine: 'motor-four-wheeler', risk: {} });
  });

  it('takes another plate, of the BH series too', () => {
    expect(chosen({ registration: 'MH12AB9103' }).body.risk).toMatchObject({
      registrationNumber: 'MH12AB9103',
      bhSeries: false,
    });
    expect(chosen({ registration: '22BH9103AA' }).body.risk).toMatchObject({ bhSeries: true });
  });

  it('is the first example of the line that is asked for', () => {
    expect(chosen({ product: 'health' }).title).toBe('example h1');
    expect(chosen({ product: 'term-life' }).body.productLine).toBe('term-life');
  });

  it('takes another pincode, for the price as well', () => {
    const { body } = chosen({ product: 'health', pincode: '419101' });
    expect([body.proposer.pincode, body.risk.pincode]).toEqual(['419101', '419101']);
    expect(chosen({ product: 'travel', pincode: '419101' }).body.risk.pincode).toBeUndefined();
  });

  it('names every problem at once', () => {
    const path = file('array.json', '[]');
    expect(problems({ product: 'boats', example: 'm1', file: path, registration: '?', pincode: '0' })).toEqual([
      expect.stringMatching(/^--product: "boats" is no product line; there is motor-four-wheeler, /),
      '--example and --file exclude each other: one of them is the request',
      '--registration: "?" is no plate; one looks like MH12AB1234 or 22BH1234AA',
      '--pincode: "0" is no pincode; one looks like 411001',
      `--file ${path} holds no JSON object`,
    ]);
  });

  it('refuses what cannot be read', () => {
    expect(problems({ file: join(folder, 'none.json') })[0]).toMatch(/cannot be read: .*ENOENT/);
    expect(problems({ file: file('cut.json', '{') })[0]).toMatch(/cannot be read: .*JSON/);
    expect(problems({ example: 'm99' })[0]).toMatch(/there is no "m99"; there are h1, h2/);
  });

  it('refuses a request of another product line, and a plate where there is no vehicle', () => {
    const path = file('health.json', '{"productLine":"health","risk":{}}');
    expect(problems({ product: 'motor-four-wheeler', file: path, registration: 'MH12AB9103' })).toEqual([
      `--product: --file ${path} asks for "health", not for motor-four-wheeler`,
      '--registration: this request is not about a vehicle',
    ]);
  });
});
