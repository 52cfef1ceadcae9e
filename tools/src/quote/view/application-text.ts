import type { ApplicationView } from '@app/contracts';
import type { Output, QuoteView } from './quote-view.js';
import { stepWords } from './step-words.js';
import { printable } from './table.js';

type Step = ApplicationView['events'][number];

const TIME_OF_DAY = 'T'.length + 'YYYY-MM-DD'.length;
const WIDEST_STATE = 'OUTCOME_UNKNOWN'.length;

/** `10:12:01.123Z  ISSUED           attempt 1  the policy is there` */
function stepLine(step: Step): string {
  const time = new Date(step.at).toISOString().slice(TIME_OF_DAY);
  return printable([time, step.status.padEnd(WIDEST_STATE), `attempt ${step.attempt}`, stepWords(step)].join('  '));
}

/** For people: each step of an application once, and what is said about it. */
export function applicationText(output: Output): Pick<QuoteView, 'say' | 'showApplication'> {
  let shown = 0;
  const say = (lines: readonly string[]): void => {
    if (lines.length > 0) output.write(`${lines.join('\n')}\n`);
  };
  return {
    say,
    showApplication({ events }) {
      say(events.slice(shown).map(stepLine));
      shown = events.length;
    },
  };
}
