/** More came than is taken. */
export class BodyTooLarge extends Error {}

/** A whole body. Rejects with `BodyTooLarge` as soon as it is larger than that; the connection then ends. */
export async function readBody(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
