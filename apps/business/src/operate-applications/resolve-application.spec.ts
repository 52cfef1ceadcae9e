import type { Application } from '@app/domain';
import { createLogger } from '@app/platform';
import { applicationOf, canonicalErrorOf, newApplicationOf } from '@app/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { DeskInMemory } from '../applications/testing/desk-in-memory.js';
import { ReceiveResultsHandler } from '../issue-policies/receive-results.handler.js';
import { ResolveApplicationHandler } from './resolve-application.handler.js';

describe('resolving an application', () => {
  let memory: DeskInMemory;
  let handler: ResolveApplicationHandler;
  beforeEach(() => {
    memory = new DeskInMemory();
    handler = new ResolveApplicationHandler(memory.desk);
  });

  const results = () => new ReceiveResultsHandler({ desk: memory.desk, logger: createLogger('spec', 'silent') });

  async function inNeed(): Promise<string> {
    const { id } = await memory.submitted();
    const error = canonicalErrorOf({ category: 'PAYMENT_MISMATCH', retryable: false });
    await results().handle([{ applicationId: id, attempt: 1, outcome: 'REFUSED', error }]);
    return id;
  }
  const resolve = (id: string, body: unknown) => handler.handle(id, body, 'operators');

  it('sends it again under a new key, since the partner keeps its refusal', async () => {
    const id = await inNeed();
    expect(await resolve(id, { action: 'RESUBMIT', reason: 'corrected' })).toMatchObject({ ok: true });
    expect(memory.requested).toMatchObject([{ applicationId: id, attempt: 2, acceptances: 1 }]);
  });

  it('writes down who did it, and why', async () => {
    const id = await inNeed();
    await resolve(id, { action: 'REJECT', reason: 'they will not' });
    await resolve(id, { action: 'MARK_REFUNDED', reason: 'sent back' });
    const written = (await memory.audit.entries(10)).toReversed();
    expect(written.every(({ subject }) => subject === id)).toBe(true);
    expect(written).toMatchObject([
      {
        actor: 'operators',
        action: 'APPLICATION_RESOLVED',
        reason: 'they will not',
        details: { resolution: 'REJECT', from: 'NEEDS_ATTENTION' },
      },
      { actor: 'operators', reason: 'sent back', details: { resolution: 'MARK_REFUNDED', from: 'REJECTED' } },
    ]);
  });

  it('is refused where there is nothing to resolve, and nothing is written down', async () => {
    const { id } = await memory.submitted();
    const refusals = await Promise.all(
      ['RESUBMIT', 'REJECT', 'MARK_REFUNDED'].map((action) => resolve(id, { action, reason: 'to see' })),
    );
    expect(refusals.map((one) => (one.ok ? one : one.error))).toEqual([
      'NOT_AWAITING_ATTENTION',
      'NOT_AWAITING_ATTENTION',
      'NO_REFUND_DUE',
    ]);
    expect(await memory.audit.entries(10)).toEqual([]);
  });

  describe('of a policy that came after the end', () => {
    const ended = async () => {
      const id = await inNeed();
      await resolve(id, { action: 'REJECT', reason: 'they will not' });
      return memory.read(id);
    };
    const policyComes = ({ id }: Application) =>
      results().handle([{ applicationId: id, attempt: 1, outcome: 'ISSUED', policyNumber: 'P-1' }]);
    const again = ({ quoteRequestId, offerId }: Application) =>
      memory.desk.submit(newApplicationOf({ application: applicationOf({ quoteRequestId, offerId }) }));
    const order = { action: 'MARK_ISSUED', reason: 'looked it up' };

    it('finds that the offer is taken already, before anybody has decided', async () => {
      const one = await ended();
      await policyComes(one);
      expect(await again(one)).toEqual({ outcome: 'OFFER_ALREADY_APPLIED' });
      expect(await resolve(one.id, order)).toMatchObject({ ok: true, value: { status: 'ISSUED' } });
      expect(await again(one)).toEqual({ outcome: 'OFFER_ALREADY_APPLIED' });
    });

    it('cannot let it stand beside another application, for which the customer has applied meanwhile', async () => {
      const one = await ended();
      expect(await again(one)).toEqual({ outcome: 'ACCEPTED' });
      expect(await policyComes(one)).toMatchObject([{ result: 'STORED' }]);
      expect(await memory.read(one.id)).toMatchObject({ status: 'NEEDS_ATTENTION', policyNumber: 'P-1' });
      expect(await resolve(one.id, order)).toEqual({ ok: false, error: 'OFFER_ALREADY_APPLIED' });
      expect((await memory.read(one.id)).status).toBe('NEEDS_ATTENTION');
      expect(await resolve(one.id, { action: 'REJECT', reason: 'cancelled there' })).toMatchObject({ ok: true });
    });
  });

  it('names every fault of the order', async () => {
    const id = await inNeed();
    const faulty = await resolve(id, { action: 'REJECT', reason: ' ', policyNumber: 'P-1', more: 1 });
    if (faulty.ok || typeof faulty.error === 'string') throw new Error('expected faults');
    expect(faulty.error.map(({ pointer }) => pointer).sort()).toEqual(['/more', '/policyNumber', '/reason']);
  });

  it('knows nothing of what nobody has submitted', async () => {
    const order = { action: 'REJECT', reason: 'so' };
    expect(await resolve('01989d1a-0000-7000-8000-000000000000', order)).toEqual({ ok: false, error: 'UNKNOWN' });
  });
});
