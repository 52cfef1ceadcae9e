/** What a message handler decides; one place turns it into a delete, a visibility change or a dead letter. */
export type MessageOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'retryLater'; readonly afterMs: number }
  | { readonly kind: 'reject'; readonly reason: string };

/** Finished, whatever the result: the message is deleted. */
export const done: MessageOutcome = { kind: 'done' };

/** Not now: the message comes back after `afterMs`, counted as one more receive. */
export const retryLater = (afterMs: number): MessageOutcome => ({ kind: 'retryLater', afterMs });

/** Never: the message goes to the dead-letter queue with this reason. */
export const reject = (reason: string): MessageOutcome => ({ kind: 'reject', reason });
