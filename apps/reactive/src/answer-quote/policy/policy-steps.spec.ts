import type { PartnerReply } from '@app/contracts';
import { findPartner } from '@app/partner-registry';
import { canonicalRequestOf, ManualClock } from '@app/testing';
import { describe, expect, it } from '@jest/globals';
import { quoteRequestedEvent } from '../../testing/quote-requested-event.js';
import { failedReply } from '../failed-reply.js';
import { withinPartnerTimeout } from './partner-timeout.step.js';
import { type AskOnce, behindSteps, type PolicyStep, type QuoteAttempt } from './policy-step.js';
import { whileTimeIsLeft } from './time-left.step.js';

const reply: PartnerReply = failedReply('UNAVAILABLE', 'asked');

function attemptAt(clock: ManualClock, leftMs: number): QuoteAttempt {
  const partner = findPartner('acme-general');
  if (partner === undefined) throw new Error('the registry lost acme-general');
  const { data, traceparent } = quoteRequestedEvent(canonicalRequestOf({ createdAt: clock.now() }));
  return { partner, call: data, deadline: new Date(clock.now().getTime() + leftMs), traceparent };
}

describe('the steps before a call', () => {
  it('are passed in the order given', async () => {
    const passed: string[] = [];
    const step =
      (name: string): PolicyStep =>
      (next) =>
      (attempt) => {
        passed.push(name);
        return next(attempt);
      };
    const ask = behindSteps([step('first'), step('second')], async () => {
      passed.push('call');
      return reply;
    });
    expect(await ask(attemptAt(new ManualClock(), 20_000))).toBe(reply);
    expect(passed).toEqual(['first', 'second', 'call']);
  });

  it('ask nobody once the time is up', async () => {
    const clock = new ManualClock();
    const ask = whileTimeIsLeft(clock)(async () => reply);
    expect(await ask(attemptAt(clock, 1))).toBe(reply);
    expect(await ask(attemptAt(clock, 0))).toMatchObject({ error: { category: 'TIMEOUT', retryable: false } });
  });

  it('end a call after the partner’s timeout, or with the time that is left', async () => {
    const clock = new ManualClock();
    const deadlines: Date[] = [];
    const remember: AskOnce = async ({ deadline }) => {
      deadlines.push(deadline);
      return reply;
    };
    const ask = withinPartnerTimeout(clock)(remember);
    await ask(attemptAt(clock, 20_000));
    await ask(attemptAt(clock, 3_000));
    expect(deadlines.map((deadline) => deadline.getTime() - clock.now().getTime())).toEqual([8_000, 3_000]);
  });
});
