import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { coverageOf, policyCoverageOf } from '@app/partner-kit/conformance';
import { PARTNERS } from '@app/partner-registry';
import { describe, expect, it } from '@jest/globals';
import { coverageDocument } from './testing/coverage-document.js';
import { PARTNER_DESCRIPTIONS } from './testing/partner-descriptions.js';

const FILE = new URL('../../../docs/partner-coverage.md', import.meta.url);
const COMMAND = 'UPDATE_DOCUMENTS=1 npm test -- partner-coverage';

const allRows = PARTNER_DESCRIPTIONS.flatMap(coverageOf);
const allPolicyRows = PARTNER_DESCRIPTIONS.flatMap(policyCoverageOf);
const partners = PARTNERS.map((manifest) => ({
  manifest,
  rows: allRows.filter(({ partner }) => partner === manifest.id),
  policyRows: allPolicyRows.filter(({ partner }) => partner === manifest.id),
}));

describe('docs/partner-coverage.md', () => {
  it(`says what the code says; if not, write it again: ${COMMAND}`, () => {
    const text = coverageDocument(partners, COMMAND);
    if (process.env.UPDATE_DOCUMENTS === '1') writeFileSync(FILE, text);
    expect(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').toBe(text);
  });
});
