import { describe, expect, it } from '@jest/globals';
import { AIMS, type BenchReport } from './bench-report.js';
import { reportLines } from './report-text.js';

const report: BenchReport = {
  load: { ratePerSecond: 20, seconds: 30, warmupSeconds: 5, arrivals: 'POISSON', endedEarly: false },
  warnings: [],
  requests: { sent: 602, notSent: 0, completed: 600, cutShort: 0, errors: { '429 rate-limited': 2 } },
  answers: { QUOTED: 1_198, FAILED: 2 },
  unmatchedAnswers: 0,
  milliseconds: {
    firstAnswerBeyondPartner: { count: 600, p50: 9.04, p99: 91.5, max: 120 },
    lastAnswerBeyondPartner: { count: 600, p50: 12, p99: 40, max: 99 },
    accepted: { count: 600, p50: 3, p99: 8, max: 20 },
    sentLate: { count: 602, p50: 0.5, p99: 1.4, max: 3 },
  },
  processes: [
    { name: 'business', ours: true, cpuMsPerRequest: 4.25, maxMemoryBytes: 120_000_000 },
    { name: 'adapter acme-general', ours: true, cpuMsPerRequest: 2, maxMemoryBytes: 90_000_000 },
    { name: 'postgres', ours: false, cpuMsPerRequest: 1, maxMemoryBytes: 300_000_000 },
  ],
  ownProcesses: { cpuMsPerRequest: 6.25, maxMemoryBytes: 205_000_000 },
  aims: AIMS,
};

describe('the report of the bench', () => {
  it('says the aim beside each figure and whether it is met', () => {
    expect(reportLines(report)).toEqual([
      '20 quote requests a second for 30 s, Poisson arrivals, after 5 s of warm-up',
      '',
      'Requests: 602 sent, 600 completed, errors: 2 × 429 rate-limited',
      'Answers:  1198 QUOTED, 0 REFERRED, 0 DECLINED, 2 FAILED, 0 TIMED_OUT',
      '',
      'Milliseconds                               p50   p99    max   of  aim',
      'first answer beyond the partner’s own      9.0  91.5  120.0  600  p50 ≤ 20: met, p99 ≤ 80: MISSED',
      'last answer beyond the partner’s own      12.0  40.0   99.0  600',
      'POST to 202                                3.0   8.0   20.0  600',
      'sent after it was due (the bench itself)   0.5   1.4    3.0  602',
      '',
      'Process               CPU ms/request  max MB  aim',
      'business                         4.3     120',
      'adapter acme-general             2.0      90',
      'our own together                 6.3     205  memory < 1000: met',
      'apart: postgres                  1.0     300',
      'PostgreSQL with all its processes; memory that processes share is divided among them (PSS).',
    ]);
  });

  it('says what could not be measured instead of showing zero', () => {
    const none = { ...report.milliseconds, firstAnswerBeyondPartner: null };
    const lines = reportLines({ ...report, milliseconds: none, unmatchedAnswers: 600 });
    expect(lines).toContain('600 answers came without a call to their partner and are in no figure.');
    expect(lines.join('\n')).toMatch(/first answer .* – +– +– +0 {2}p50 ≤ 20: not measured, p99 ≤ 80: not measured/);
  });

  it('says when it ended early, and what makes it hard to compare', () => {
    const [first, second] = reportLines({
      ...report,
      load: { ...report.load, endedEarly: true },
      warnings: ['The limits are on.'],
    });
    expect([first, second]).toEqual([expect.stringContaining('ENDED EARLY'), 'WARNING: The limits are on.']);
  });
});
