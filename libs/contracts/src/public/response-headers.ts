/** Headers of answers: what they say, and one as it is sent. */
export const RESPONSE_HEADERS = {
  traceparent: {
    description: 'W3C trace context of this call; quote its trace id when you ask about it',
    example: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  },
  Location: {
    description: 'Where what was created is; equal to `links.self`',
    example: '/v1/quote-requests/01989d1a-0000-7000-8000-000000000000',
  },
  'Retry-After': { description: 'Seconds to wait before the next call', example: '1' },
  ETag: { description: 'The version of what is answered, for `If-None-Match`', example: '"7"' },
  'Preference-Applied': { description: 'The preference that was applied, with its own figure', example: 'wait=10' },
  'Idempotency-Replayed': {
    description: '`true`: the stored response of the first post with this key',
    example: 'true',
  },
  'RateLimit-Policy': {
    description: 'Your usage plan: quotas `q` in windows of `w` seconds',
    example: '"burst";q=200;w=1, "day";q=1000000;w=86400',
  },
  RateLimit: { description: 'What remains (`r`) until it is renewed (in `t` seconds)', example: '"burst";r=199;t=1' },
  'Repr-Digest': {
    description: 'The checksum of the bytes (RFC 9530)',
    example: 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:',
  },
  'Content-Disposition': {
    description: 'A name for the file',
    example: 'attachment; filename="policy-schedule.pdf"',
  },
  'Cache-Control': { description: 'How long it may be kept', example: 'public, max-age=3600' },
} as const;

export type ResponseHeader = keyof typeof RESPONSE_HEADERS;
