/** The same bytes, not a copy of them: they may be 10 MiB. */
export const bufferOf = ({ buffer, byteLength, byteOffset }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
