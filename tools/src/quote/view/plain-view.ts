import type { Snapshot } from '../snapshot.js';
import { answerTable, noteOf, rowOf, seconds, totalOf } from './answer-table.js';
import { applicationText } from './application-text.js';
import { closingLines } from './closing-lines.js';
import { plain } from './colours.js';
import type { Output, QuoteView } from './quote-view.js';
import { printable } from './table.js';

function arrivalLines(snapshot: Snapshot, known: ReadonlySet<string>): string[] {
  const arrived = snapshot.result.answers.filter(({ partner, status }) => status !== 'PENDING' && !known.has(partner));
  return arrived.map((answer) => {
    const row = rowOf(answer, snapshot);
    const parts = [answer.partnerName, answer.status, totalOf(row), noteOf(row)].filter((part) => part !== '');
    return `${seconds(snapshot.elapsedMs)}  ${printable(parts.join('  '))}`;
  });
}

/** For a file or a pipe: a line for each answer as it arrives, then the table once, then each step of the application. */
export function plainView(output: Output): QuoteView {
  const known = new Set<string>();
  const { say, showApplication } = applicationText(output);
  const show = (snapshot: Snapshot): void => {
    say(arrivalLines(snapshot, known));
    for (const partner of snapshot.answeredAfterMs.keys()) known.add(partner);
  };
  return {
    show,
    finish: (snapshot) => say(['', ...answerTable(snapshot, plain), '', ...closingLines(snapshot)]),
    showApplication,
    say,
    close: () => undefined,
  };
}
