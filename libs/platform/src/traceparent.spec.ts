import { describe, expect, it } from '@jest/globals';
import { continueTrace, startTrace, traceIdOf } from './traceparent.js';

describe('a trace', () => {
  it('keeps its id over every hop, with a span for each', () => {
    const first = startTrace();
    const second = continueTrace(first);
    expect(second).not.toBe(first);
    expect(traceIdOf(second)).toBe(traceIdOf(first));
  });

  it.each(['', 'nonsense', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, `ff-${'a'.repeat(32)}-00f067aa0ba902b7-01`])(
    'starts anew after %p',
    (parent) => {
      expect(traceIdOf(continueTrace(parent))).toMatch(/^[0-9a-f]{32}$/);
      expect(traceIdOf(continueTrace(parent))).not.toBe(traceIdOf(continueTrace(parent)));
    },
  );
});
