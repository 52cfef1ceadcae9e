import { describe, expect, it } from '@jest/globals';
import { CapturedOutput } from '../testing/captured-output.js';
import { pending, quoted, resultOf } from '../testing/sample-answers.js';
import { plain } from './colours.js';
import { LiveView } from './live-view.js';

const snapshot = (...answers: Parameters<typeof resultOf>[0]) => ({
  result: resultOf(answers),
  elapsedMs: 100,
  answeredAfterMs: new Map<string, number>(),
});

describe('the live view', () => {
  it('draws over its last drawing and gives the cursor back', () => {
    const output = new CapturedOutput(true);
    const view = new LiveView({ output, paint: plain, now: () => 0 });
    view.show(snapshot(pending('a'), pending('b')));
    view.show(snapshot(quoted('a', 100), pending('b')));
    view.finish(snapshot(quoted('a', 100), quoted('b', 200)));
    view.close();
    const rowsOfADrawing = 5;
    expect(output.text.split(`\r\x1b[${rowsOfADrawing}A\x1b[0J`)).toHaveLength(3);
    expect(output.text.startsWith('\x1b[?25l')).toBe(true);
    expect(output.text.endsWith('\x1b[?25h')).toBe(true);
    expect(output.text).toContain('19.9 s left, 1 of 2 answered');
    expect(output.text).toContain('Cheapest offer: The a');
  });

  it('counts the rows that a narrow terminal makes of its lines', () => {
    const output = new CapturedOutput(true, 20);
    const view = new LiveView({ output, paint: plain, now: () => 0 });
    view.show(snapshot(pending('a')));
    view.show(snapshot(pending('a')));
    view.close();
    // The titles and the row wrap onto a second line each; the empty line and the progress line do not.
    expect(output.text).toContain('\r\x1b[6A');
  });
});
