import { type ReplicaReport, replicaReport } from '@app/contracts';
import { CallSigner } from '@app/platform';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedServer } from '../testing/scripted-server.js';
import { ReportsNotTakenError } from './fleet-reports.js';
import { HttpFleetReports } from './http-fleet-reports.js';

const signer = new CallSigner([Buffer.from('a key that only this test knows').toString('base64')]);
const states = { partners: [{ partner: 'acme-general', state: 'OFFLINE', forced: true, until: null }] };
const report: ReplicaReport = {
  replicaId: 'replica-1',
  service: 'reactive/motor',
  intervalMs: 2_000,
  observations: [
    { partner: 'acme-general', operation: 'quote', breaker: 'OPEN', calls: 3, failures: { TIMEOUT: 2 }, slowCalls: 1 },
  ],
};

describe('reporting to the business service', () => {
  let business: ScriptedServer;
  let reports: HttpFleetReports;

  beforeEach(async () => {
    business = new ScriptedServer(() => ({ body: JSON.stringify(states) }));
    await business.open();
    reports = new HttpFleetReports({ businessUrl: business.url, signer });
  });

  afterEach(async () => {
    await reports.close();
    await business.shut();
  });

  const failure = () => reports.post(report).catch((error: unknown) => error);

  it('posts a signed report by its contract and returns the partners’ states', async () => {
    expect(await reports.post(report)).toEqual(states);
    const [{ path, headers, body } = { path: '', headers: {}, body: '' }] = business.calls;
    expect(path).toBe('/internal/v1/replica-reports');
    expect(replicaReport.parse(JSON.parse(body))).toEqual(report);
    expect(signer.isSigned(Buffer.from(body), headers)).toBe(true);
  });

  it.each([400, 404])('knows by status %i that the other side takes no reports', async (status) => {
    business.answer = () => ({ status, body: '{}' });
    expect(await failure()).toBeInstanceOf(ReportsNotTakenError);
  });

  it.each([
    ['status 401', { status: 401, body: JSON.stringify(states) }],
    ['status 500', { status: 500, body: '{}' }],
    ['what is no JSON', { body: '<html>' }],
    ['states that nobody knows', { body: JSON.stringify({ partners: [{ partner: 'a', state: 'ASLEEP' }] }) }],
    ['half an answer', 'cut'],
    ['silence', 'silent'],
  ] as const)('rejects on %s', async (_, answer) => {
    business.answer = () => answer;
    const error = await failure();
    expect(error).toHaveProperty('message');
    expect(error).not.toBeInstanceOf(ReportsNotTakenError);
  });

  it('rejects while nobody listens, and goes on when the service is back', async () => {
    await business.shut();
    await expect(reports.post(report)).rejects.toThrow();
    await business.open();
    expect(await reports.post(report)).toEqual(states);
  });
});
