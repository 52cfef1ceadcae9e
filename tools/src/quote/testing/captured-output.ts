import type { Output } from '../view/quote-view.js';

/** Keeps what is written. */
export class CapturedOutput implements Output {
  text = '';

  constructor(
    readonly isTTY = false,
    readonly columns = 100,
  ) {}

  write(text: string): void {
    this.text += text;
  }

  get lines(): string[] {
    return this.text.split('\n');
  }
}
