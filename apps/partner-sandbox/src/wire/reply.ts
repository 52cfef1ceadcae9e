/** What a partner answers, and what becomes of it on the way. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** How long the answer waits before it leaves. */
  readonly afterMs: number;
  /** The connection is closed instead, without a status line. */
  readonly lost: boolean;
}

export const reply = (
  status: number,
  contentType: string,
  body: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({ status, headers: { 'content-type': contentType, ...headers }, body, afterMs: 0, lost: false });

export const jsonReply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply =>
  reply(status, 'application/json', Buffer.from(JSON.stringify(body)), headers);

/** A status and nothing else. */
export const emptyReply = (status: number): Reply => ({
  status,
  headers: {},
  body: Buffer.alloc(0),
  afterMs: 0,
  lost: false,
});

/** The first half of the body, as a response that believes itself complete (partners.md 0.5, 07). */
export const cutInHalf = (whole: Reply): Reply => ({
  ...whole,
  body: whole.body.subarray(0, Math.floor(whole.body.length / 2)),
});
