/** What the call log knows of a call beyond its outcome. */
export interface CallNotes {
  /** The caller's own reference of the quote, where one is known. */
  readonly reference: string | null;
  /** The number of the magic value that acts on the call. */
  readonly magic: string | null;
}

/** One request as it arrived, nothing decoded. */
export interface PartnerCall {
  readonly method: string;
  /** The path as sent, without the query. */
  readonly rawPath: string;
  /** The query as sent, without the question mark; empty when there is none. */
  readonly rawQuery: string;
  readonly params: Readonly<Record<string, string>>;
  header(name: string): string | undefined;
  /** Resolves when the whole body has arrived. */
  readBody(): Promise<Buffer>;
  note(notes: Partial<CallNotes>): void;
}
