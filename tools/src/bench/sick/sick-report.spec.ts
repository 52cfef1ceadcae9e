import { describe, expect, it } from '@jest/globals';
import { type ModeReport, sickReportLines } from './sick-report.js';

const load = { partner: 'acme-general', ratePerSecond: 5, seconds: 20 };
const times = (p99: number) => ({ count: 400, p50: 150, p99, max: 500 });
const hang: ModeReport = {
  mode: 'hang',
  othersBefore: times(200),
  othersDuring: times(230),
  requests: 100,
  calls: 28,
  callsAllowed: 120.5,
  rows: { 'FAILED TIMEOUT': 1, 'FAILED CIRCUIT_OPEN': 99 },
  recoveredAfterMs: 5_320,
};

describe('the report on a sick partner', () => {
  it('says how much later the others were, how often it was called, and when it was asked again', () => {
    const [title, , head, row] = sickReportLines({ load, modes: [hang] });
    expect(title).toContain('acme-general ill for 20 s at 5 quote requests a second');
    expect(head).toContain('others p99');
    for (const cell of ['hang', '200 → 230', '+15 %', '28 ≤ 120', '5.3 s', '99 FAILED CIRCUIT_OPEN, 1 FAILED TIMEOUT'])
      expect(row).toContain(cell);
  });

  it('does not invent what was not measured', () => {
    const silent = { ...hang, othersBefore: null, othersDuring: null, recoveredAfterMs: null };
    const [, , , row] = sickReportLines({ load, modes: [silent] });
    expect(row).toContain('– → –');
    expect(row).toContain('never');
  });
});
