/** What a call is for, in the same words for every partner. */
export type Operation = 'token' | 'quote' | 'read-quote' | 'propose' | 'issue' | 'read-policy' | 'document' | 'unknown';

/** What the call log knows of a call beyond its outcome. */
export interface CallNotes {
  readonly operation: Operation;
  /** The caller's own reference of the quote, where one is known. */
  readonly reference: string | null;
  /** The number of the magic value that acts on the call. */
  readonly magic: string | null;
}

/** What a partner finds out about a call by reading it. */
export interface CallFacts extends CallNotes {
  /** How often the latency of a quote call applies: a batch holds several, issuance none. */
  readonly quoteCalls: number;
}

/** One request as it arrived, nothing decoded. */
export interface PartnerCall {
  readonly method: string;
  /** The path as sent, without the query. */
  readonly rawPath: string;
  /** The query as sent, without the question mark; empty when there is none. */
  readonly rawQuery: string;
  readonly params: Readonly<Record<string, string>>;
  /** The URIs that the client certificate names; null on a listener that asks for none. */
  readonly certifiedUris: readonly string[] | null;
  header(name: string): string | undefined;
  /** Resolves when the whole body has arrived. */
  readBody(): Promise<Buffer>;
  note(facts: Partial<CallFacts>): void;
  /** Calls back when the call is over: its answer is out, or its connection gone. */
  onceOver(listener: () => void): void;
}
