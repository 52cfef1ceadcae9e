import type { ApplicationView } from '@app/contracts';
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

/** Whoever reads the document need not be who may read the application for ever. */
const withoutToken = ({ accessToken: _, ...application }: ApplicationView): ApplicationView => application;

/** One document at the end; with a member `application` when one was to be made, null where none was. */
export function jsonView(output: Output, applies: boolean): QuoteView {
  let quote: ReturnType<typeof quoteDocument> | undefined;
  let application: ApplicationView | null = null;
  return {
    show: () => undefined,
    finish(snapshot) {
      quote = quoteDocument(snapshot);
    },
    showApplication(newer) {
      application = withoutToken(newer);
    },
    say: () => undefined,
    close() {
      if (quote === undefined) return;
      const document = applies ? { ...quote, application } : quote;
      output.write(`${JSON.stringify(document, null, 2)}\n`);
    },
  };
}
