import { coloured, plain } from './colours.js';
import { jsonView } from './json-view.js';
import { LiveView } from './live-view.js';
import { plainView } from './plain-view.js';
import type { Output, QuoteView } from './quote-view.js';

export interface ViewChoice {
  readonly json: boolean;
  /** An application is to be made for an offer. */
  readonly applies: boolean;
  readonly output: Output;
  readonly now: () => number;
  /** A terminal that knows no control sequences (`TERM=dumb`). */
  readonly dumb: boolean;
}

/** A terminal gets a live table, anything else plain lines; colours only where the terminal has and wants them. */
export function chooseView({ json, applies, output, now, dumb }: ViewChoice): QuoteView {
  if (json) return jsonView(output, applies);
  if (output.isTTY !== true || dumb) return plainView(output);
  return new LiveView({ output, paint: output.hasColors?.() === true ? coloured : plain, now });
}
