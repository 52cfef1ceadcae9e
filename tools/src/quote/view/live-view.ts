import { stripVTControlCharacters } from 'node:util';
import type { ApplicationView } from '@app/contracts';
import type { Snapshot } from '../snapshot.js';
import { answerTable } from './answer-table.js';
import { applicationText } from './application-text.js';
import { closingLines } from './closing-lines.js';
import type { Paint } from './colours.js';
import { progressLine } from './progress-line.js';
import type { Output, QuoteView } from './quote-view.js';
import { shorten, widthOf } from './table.js';

const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
const CLEAR_BELOW = '\x1b[0J';
const up = (rows: number): string => (rows === 0 ? '\r' : `\r\x1b[${rows}A`);

const REDRAW_MS = 100;
const USUAL_WIDTH = 80;

/** Rows of the terminal that lines take: a narrow one wraps them. */
const rowsOf = (lines: readonly string[], columns: number): number =>
  lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(stripVTControlCharacters(line)) / columns)), 0);

export interface LiveViewOptions {
  readonly output: Output;
  readonly paint: Paint;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** For a terminal: the table and the time left, drawn over the last drawing whenever something changes. */
export class LiveView implements QuoteView {
  private drawnRows = 0;
  private latest: { readonly snapshot: Snapshot; readonly at: number } | undefined;
  private ticking: NodeJS.Timeout | undefined;
  private readonly text: Pick<QuoteView, 'say' | 'showApplication'>;

  constructor(private readonly options: LiveViewOptions) {
    this.text = applicationText(options.output);
  }

  show(snapshot: Snapshot): void {
    if (this.ticking === undefined) {
      this.options.output.write(HIDE_CURSOR);
      this.ticking = setInterval(() => this.redraw(), REDRAW_MS);
    }
    this.latest = { snapshot, at: this.options.now() };
    this.redraw();
  }

  finish(snapshot: Snapshot): void {
    this.stopTicking();
    this.draw([...answerTable(snapshot, this.options.paint), '', ...closingLines(snapshot)]);
    this.drawnRows = 0;
    // What follows is read, and perhaps answered, line by line.
    this.options.output.write(SHOW_CURSOR);
  }

  showApplication(application: ApplicationView): void {
    this.text.showApplication(application);
  }

  say(lines: readonly string[]): void {
    this.text.say(lines);
  }

  close(): void {
    this.stopTicking();
    this.options.output.write(SHOW_CURSOR);
  }

  private get columns(): number {
    return this.options.output.columns || USUAL_WIDTH;
  }

  private stopTicking(): void {
    clearInterval(this.ticking);
    this.ticking = undefined;
  }

  private redraw(): void {
    if (this.latest === undefined) return;
    const { snapshot, at } = this.latest;
    // One column stays free: a full line would wrap on some terminals, and the next drawing would be one line off.
    const width = this.columns - 1;
    const elapsedMs = snapshot.elapsedMs + this.options.now() - at;
    const progress = shorten(progressLine(snapshot.result, elapsedMs), width);
    this.draw([...answerTable(snapshot, this.options.paint, width), '', progress]);
  }

  private draw(lines: readonly string[]): void {
    this.options.output.write(`${up(this.drawnRows)}${CLEAR_BELOW}${lines.join('\n')}\n`);
    this.drawnRows = rowsOf(lines, this.columns);
  }
}
