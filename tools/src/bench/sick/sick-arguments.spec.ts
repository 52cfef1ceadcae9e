import { describe, expect, it } from '@jest/globals';
import { readSickOptions, sickArguments, sickHelp } from './sick-arguments.js';

const understand = (...args: string[]) => sickArguments(readSickOptions(args));

describe('the arguments of the bench with a sick partner', () => {
  it('have defaults: Acme is ill in every way there is', () => {
    expect(understand()).toEqual({
      ok: true,
      value: {
        partner: 'acme-general',
        modes: ['down', 'hang', 'drip', 'reset', 'garbled', 'rate-limited', 'flapping', 'slow'],
        ratePerSecond: 5,
        seconds: 20,
        json: false,
      },
    });
  });

  it('name the partner, the ways, the load', () => {
    const args = ['--partner', 'fizzbuzz', '--modes', 'hang,down', '--rate', '2.5', '--seconds', '4', '--json'];
    expect(understand(...args)).toEqual({
      ok: true,
      value: { partner: 'fizzbuzz', modes: ['hang', 'down'], ratePerSecond: 2.5, seconds: 4, json: true },
    });
  });

  it('are refused with every problem at once', () => {
    const understood = understand('--partner', 'eleventh-hour', '--modes', 'hang,sad', '--rate', '0', '--fast');
    expect(understood).toMatchObject({ ok: false });
    expect(understood.ok ? [] : understood.error).toEqual([
      '--fast is not an option',
      '--rate: "0" is no number from 0.5 to 50',
      expect.stringContaining('--partner: "eleventh-hour" is none of acme-general'),
      expect.stringContaining('--modes: "sad" is none of down'),
    ]);
  });

  it('are explained', () => {
    expect(sickHelp()).toContain('--modes LIST');
  });
});
