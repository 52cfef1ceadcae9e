import type { CoverageRow } from '@app/partner-kit/conformance';
import { acmeGeneral } from '@app/partner-registry';
import { describe, expect, it } from '@jest/globals';
import { coverageDocument } from './coverage-document.js';

const manifest = {
  id: 'test-mutual',
  name: 'Test Mutual',
  operations: { quote: acmeGeneral.operations.quote, issuance: acmeGeneral.operations.issuance },
  lines: ['travel' as const, 'health' as const],
  errorCodes: {
    BUSY: { category: 'UNAVAILABLE' as const, retryable: true },
    EXPIRED: { category: 'QUOTE_EXPIRED' as const, retryable: false },
    FORGOTTEN: { category: 'PROTOCOL' as const, retryable: false },
  },
};

const row = (kind: CoverageRow['kind'], what: string, facts: Partial<CoverageRow> = {}): CoverageRow => ({
  partner: 'test-mutual',
  line: null,
  operation: 'quote',
  kind,
  what,
  status: null,
  category: null,
  retryable: null,
  leftOut: null,
  ...facts,
});

const policyRow = { partner: 'test-mutual', line: null, means: null, leftOut: null };

const busy = { category: 'UNAVAILABLE', retryable: true } as const;

const lines = coverageDocument(
  [
    {
      manifest,
      rows: [
        row('EXAMPLE', 'r1', { line: 'travel' }),
        row('EXAMPLE', 'r2', { line: 'travel' }),
        row('DECLINE', 'NO', { line: 'travel', category: 'AGE' }),
        row('ERROR', 'BUSY', { ...busy, status: 502 }),
        row('ERROR', 'BUSY', { ...busy, status: 503 }),
        row('ERROR', 'PUSHED', { category: 'PROTOCOL', retryable: false }),
        row('ERROR', 'NEW', { category: 'PROTOCOL', retryable: false, status: 400 }),
        row('ERROR', 'EXPIRED', { category: 'QUOTE_EXPIRED', retryable: false, leftOut: 'issuance alone' }),
        row('ANSWER', 'broken sums', { category: 'PROTOCOL' }),
        row('ANSWER', 'another currency', { leftOut: 'it names none' }),
        row('TRANSPORT', 'a reset', { category: 'TIMEOUT', retryable: true }),
        row('TRANSPORT', 'a redirect', { category: 'PROTOCOL', retryable: false, leftOut: 'not over HTTP' }),
      ],
      policyRows: [
        { ...policyRow, line: 'travel', kind: 'EXAMPLE', what: 'r1', means: 'ISSUED' },
        { ...policyRow, kind: 'ERROR', what: 'BUSY', means: 'FAILED UNAVAILABLE' },
        { ...policyRow, kind: 'ERROR', what: 'EXPIRED', means: 'REFUSED QUOTE_EXPIRED' },
        { ...policyRow, kind: 'ERROR', what: 'EXPIRED again', means: 'ISSUED' },
        { ...policyRow, kind: 'ERROR', what: 'PUSHED', leftOut: 'quotes alone' },
      ],
    },
  ],
  'write it',
).split('\n');

describe('the document of what is covered', () => {
  it('shows every line with its operations, examples, declines and policies, and a line without any', () => {
    expect(lines).toContain('| `travel` | `quote`, `issuance` | r1, r2 | `NO` AGE | r1 |');
    expect(lines).toContain('| `health` | `quote`, `issuance` | – | – | – |');
  });

  it('shows every code of the registry, how it was shown, or why not, and what it means for a policy', () => {
    expect(lines).toContain('| `BUSY` | UNAVAILABLE | yes | HTTP 502, HTTP 503 | FAILED UNAVAILABLE |');
    expect(lines).toContain(
      '| `EXPIRED` | QUOTE_EXPIRED | no | left out: issuance alone | REFUSED QUOTE_EXPIRED, ISSUED |',
    );
    expect(lines).toContain('| `FORGOTTEN` | PROTOCOL | no | nowhere | – |');
    expect(lines).toContain(
      '| `PUSHED`, not in the registry | PROTOCOL | no | in a pushed result | left out: quotes alone |',
    );
    expect(lines).toContain('| `NEW`, not in the registry | PROTOCOL | no | HTTP 400 | – |');
  });

  it('shows what becomes of unsound answers and of faults on the way, and says what is left out', () => {
    expect(lines).toContain('| broken sums | PROTOCOL |');
    expect(lines).toContain('| another currency | left out |');
    expect(lines).toContain('- `test-mutual` without another currency: it names none');
    expect(lines).toContain('| a reset | TIMEOUT | yes | every partner |');
    expect(lines).toContain('| a redirect | PROTOCOL | no | every partner but test-mutual |');
    expect(lines).toContain('- `test-mutual` without a redirect: not over HTTP');
  });
});
