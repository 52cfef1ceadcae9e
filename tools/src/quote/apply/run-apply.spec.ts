import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { apiWith, NOW, OFFERS, referencesOf, runAt, stopApis } from '../testing/apply-run.js';
import {
  DOCUMENT_BYTES,
  dearer,
  ISSUED,
  issued,
  type NextState,
  SAMPLE_DOCUMENT,
} from '../testing/fake-applications.js';
import { offer, quoted, referred } from '../testing/sample-answers.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apply-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await stopApis();
});

describe('npm run quote -- --apply', () => {
  it('applies for the cheapest offer that can be bound, pays what is due, and sends the sample person', async () => {
    const api = await apiWith(ISSUED, [referred('cogwheel-direct', 100), ...OFFERS]);
    expect(await runAt(api, ['--apply'])).toMatchObject({ code: 0, err: '' });
    expect(api.applications.applied).toMatchObject([
      {
        ...{ offerId: 'off_200', acceptedTotalMinor: 200, asset: { engineNumber: 'ENG123456' } },
        proposer: { fullName: 'Asha Rao' },
        payment: { amountMinor: 200, currency: 'INR', method: 'UPI', capturedAt: NOW.toISOString() },
        declarations: [{ code: 'FACTS_TRUE', acceptedAt: NOW.toISOString() }],
      },
    ]);
    expect(referencesOf(api)).toEqual([expect.stringMatching(/^PAY-[a-z0-9]{26}$/)]);
  });

  it('prints each step as it happens, then the policy, its period and its documents', async () => {
    const pendingStep: NextState = { becomes: { status: 'PENDING_PARTNER' } };
    const api = await apiWith([pendingStep, ...ISSUED]);
    const { code, lines } = await runAt(api, ['--apply']);
    expect(code).toBe(0);
    expect(lines.slice(lines.findIndex((line) => line.startsWith('Application ')))).toEqual([
      'Application 01980000-0000-7000-8000-000000000001',
      '10:00:00.000Z  SUBMITTED        attempt 1  on its way to the insurer',
      '10:00:00.000Z  PENDING_PARTNER  attempt 1  the insurer has it and takes its time; it is asked again',
      '10:00:00.000Z  ISSUED           attempt 1  the policy is there',
      '',
      'Policy POL-1 of The acme-general, 2026-12-01 to 2027-11-30 (both days included), ₹2.00.',
      expect.stringContaining(`sha256 ${SAMPLE_DOCUMENT.sha256}): ${api.origin}${SAMPLE_DOCUMENT.href}`),
      '',
    ]);
  });

  it('applies for the offer of one partner', async () => {
    const api = await apiWith(ISSUED);
    await runAt(api, ['--apply', 'fizzbuzz']);
    expect(api.applications.applied).toMatchObject([{ offerId: 'off_300' }]);
  });

  it('pays the first instalment where there are several', async () => {
    const premium = { ...offer(1_200).premium, instalments: [{ count: 12, amountMinor: 100, firstDue: '2026-12-01' }] };
    const api = await apiWith([dearer(1_200, 1_250), ...ISSUED], [quoted('fizzbuzz', 1_200, { premium })]);
    await runAt(api, ['--apply', '--accept-price']);
    expect(api.applications.applied).toMatchObject([{ acceptedTotalMinor: 1_200, payment: { amountMinor: 100 } }]);
    expect(api.applications.accepted).toMatchObject([{ acceptedTotalMinor: 1_250, payment: { amountMinor: 150 } }]);
  });

  it('sends the details of a file as they are', async () => {
    const api = await apiWith(ISSUED);
    const file = join(folder, 'holder.json');
    writeFileSync(file, JSON.stringify({ proposer: { fullName: 'Mira Sen' }, odd: true }));
    await runAt(api, ['--apply', '--application', file]);
    const { payment: _, ...body } = api.applications.applied[0] ?? {};
    expect(body).toEqual({
      offerId: 'off_200',
      acceptedTotalMinor: 200,
      proposer: { fullName: 'Mira Sen' },
      odd: true,
    });
  });

  it('saves the first document', async () => {
    const api = await apiWith(ISSUED);
    const file = join(folder, 'policy.pdf');
    const { code, out } = await runAt(api, ['--apply', '--document', file]);
    expect([code, readFileSync(file)]).toEqual([0, DOCUMENT_BYTES]);
    expect(out).toContain(`Saved to ${file}`);
  });

  it('saves nothing when the bytes are not those that were announced', async () => {
    const api = await apiWith(ISSUED);
    api.applications.documentBytes = Buffer.from('something else');
    const file = join(folder, 'policy.pdf');
    const { code, out, err } = await runAt(api, ['--apply', '--document', file]);
    expect(code).toBe(1);
    expect(() => readFileSync(file)).toThrow('ENOENT');
    expect(out).toContain('Policy POL-1');
    expect(err).toContain('it is not the one that was announced');
  });

  it('says that the policy is there when its document cannot be written', async () => {
    const { code, err } = await runAt(await apiWith(ISSUED), ['--apply', '--document', folder]);
    expect([code, err]).toEqual([1, expect.stringMatching(/^The policy is there.*EISDIR/)]);
  });

  it('does not wait for documents that are not to come, and says that there is none to save', async () => {
    const api = await apiWith([issued({}, 'ADOPTED_WITHOUT_DOCUMENTS')]);
    const { code, out, err } = await runAt(api, ['--apply', '--document', join(folder, 'policy.pdf')]);
    expect(code).toBe(1);
    expect(out).toMatch(/with it the documents.*Policy POL-1.*There are no documents/s);
    expect(err).toContain('there is none');
  });

  it('prints one JSON document with the application, and who may read it is not in there', async () => {
    const api = await apiWith(ISSUED);
    const { code, out } = await runAt(api, ['--apply', '--json']);
    const { application, status } = JSON.parse(out);
    expect([code, status]).toEqual([0, 'COMPLETED']);
    expect(application).toMatchObject({ status: 'ISSUED', policyNumber: 'POL-1', documents: [SAMPLE_DOCUMENT] });
    expect(out).not.toContain('a-capability');
  });

  it('posts again under the same key when the answer is lost', async () => {
    const api = await apiWith(ISSUED);
    api.applications.refusals.push('CUT');
    expect(await runAt(api, ['--apply'])).toMatchObject({ code: 0 });
    const { applied, keys } = api.applications;
    expect(applied[1]).toEqual(applied[0]);
    expect(keys).toEqual([expect.any(String), keys[0]]);
  });

  it('says that the application goes on when it is ended early', async () => {
    const api = await apiWith([]);
    const controller = new AbortController();
    const held = api.applications.heldRead();
    const ended = runAt(api, ['--apply', '--json'], { signal: controller.signal });
    await held;
    controller.abort();
    const { code, err, out } = await ended;
    expect(code).toBe(130);
    expect(err).toMatch(/Application 0198.* was made.*Ended early\./s);
    expect(JSON.parse(out).application).toMatchObject({ status: 'SUBMITTED' });
  });
});
