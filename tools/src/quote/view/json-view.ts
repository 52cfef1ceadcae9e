import type { Snapshot } from '../snapshot.js';
import type { Output, QuoteView } from './quote-view.js';

const rounded = (ms: number | undefined): number | null => (ms === undefined ? null : Math.round(ms));

/** The result as http-api.md has it, `elapsedMs` added, and `answeredAfterMs` to every answer. */
const quoteDocument = ({ result, elapsedMs, answeredAfterMs }: Snapshot) => ({
  ...result,
  elapsedMs: rounded(elapsedMs),
  answers: result.answers.map((answer) => ({
    ...answer,
    answeredAfterMs: rounded(answeredAfterMs.get(answer.partner)),
  })),
});

/** One document at the end. */
export const jsonView = (output: Output): QuoteView => ({
  show: () => undefined,
  finish: (snapshot) => void output.write(`${JSON.stringify(quoteDocument(snapshot), null, 2)}\n`),
  close: () => undefined,
});
