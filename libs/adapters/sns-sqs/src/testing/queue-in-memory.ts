import type { MessageAttributes } from '../received-message.js';

/** A queue that remembers what was asked of it, or cannot be reached. */
export class QueueInMemory {
  readonly sent: { readonly body: string; readonly attributes: MessageAttributes }[] = [];
  readonly hidden: { readonly receiptHandle: string; readonly seconds: number }[] = [];
  isReachable = true;

  constructor(readonly name: string) {}

  async send(body: string, attributes: MessageAttributes): Promise<void> {
    this.reach();
    this.sent.push({ body, attributes });
  }

  async hide(receiptHandle: string, seconds: number): Promise<void> {
    this.reach();
    this.hidden.push({ receiptHandle, seconds });
  }

  private reach(): void {
    if (!this.isReachable) throw new Error(`Queue ${this.name} cannot be reached`);
  }
}
