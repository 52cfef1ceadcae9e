import { describe, expect, it } from '@jest/globals';
import { benchArguments, readBenchOptions } from './bench-arguments.js';

const argumentsOf = (...args: string[]) => benchArguments(readBenchOptions(args));

describe('the arguments of the bench', () => {
  it('are 20 requests a second for 30 s after 5 s of warm-up unless said otherwise', () => {
    const usual = { ratePerSecond: 20, seconds: 30, warmupSeconds: 5, json: false };
    expect(argumentsOf()).toEqual({ ok: true, value: usual });
    expect(argumentsOf('--rate', '2.5', '--json')).toMatchObject({
      value: { ...usual, ratePerSecond: 2.5, json: true },
    });
  });

  it('are bounded, every problem named at once', () => {
    expect(argumentsOf('--rate', '1e9', '--seconds', 'long', '--warmup=-1', '--api', 'http://example.com')).toEqual({
      ok: false,
      error: [
        '--api is not an option',
        '"http://example.com" belongs to no option',
        '--rate: "1e9" is no number from 0.1 to 200',
        '--seconds: "long" is no number from 1 to 600',
        '--warmup: "-1" is no number from 0 to 60',
      ],
    });
    expect(argumentsOf('--rate', '200', '--seconds', '600')).toMatchObject({ ok: false });
  });
});
