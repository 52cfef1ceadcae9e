const PATTERN = /^sealed\(.*\)\.([\w-]*)$/s;

/** Seals so that a spec can see the names of what was sealed, `sealed(a,b).…`, and no value in the clear. */
export const testSealer = {
  async seal(value: unknown): Promise<string> {
    const content = Buffer.from(JSON.stringify(value)).toString('base64url');
    return `sealed(${Object.keys(Object(value)).join()}).${content}`;
  },
  async open(sealed: string): Promise<unknown> {
    const [, content] = PATTERN.exec(sealed) ?? [];
    if (content === undefined) throw new Error('This was not sealed here');
    return JSON.parse(Buffer.from(content, 'base64url').toString());
  },
};
