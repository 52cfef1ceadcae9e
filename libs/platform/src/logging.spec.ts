import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logging.js';

function logged(err: unknown): Record<string, unknown> {
  const lines: string[] = [];
  createLogger('test', 'info', { write: (line) => lines.push(line) }).error({ err }, 'failed');
  return JSON.parse(lines[0] ?? '').err;
}

describe('an error in the log', () => {
  it('is what it is, where it comes from, and what was behind it', () => {
    const cause = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
    const error = new TypeError('could not store', { cause });
    expect(logged(error)).toEqual({
      type: 'TypeError',
      message: 'could not store',
      stack: error.stack,
      cause: { type: 'Error', message: 'connection refused', code: 'ECONNREFUSED', stack: cause.stack },
    });
  });

  it('is without whatever else a library hung on it', () => {
    const error = Object.assign(new Error('refused'), { code: '23514', detail: 'Failing row contains (Asha).' });
    expect(JSON.stringify(logged(error))).not.toContain('Asha');
    expect(logged(error)).toMatchObject({ code: '23514' });
  });

  it('shows nothing of what is no error', () => {
    expect(JSON.stringify(logged('Asha'))).not.toContain('Asha');
  });
});
