/** A message that was received and is ours until its visibility ends. */
export interface ReceivedLetter {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Queues that are emptied, for what is kept of them elsewhere. */
export interface LetterQueues {
  /** Waits up to 20 s for the first one, up to 10 at once. Rejects when the queue cannot be reached, or at the signal. */
  receive(queue: string, signal: AbortSignal): Promise<ReceivedLetter[]>;

  /** Those that could not be removed come again. */
  remove(queue: string, receiptHandles: readonly string[]): Promise<void>;
}

export interface QueueDepth {
  readonly name: string;
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

export interface QueueDepths {
  /** Of those that could be asked; about what SQS knows, which lags behind a little. */
  depths(names: readonly string[]): Promise<QueueDepth[]>;
}
