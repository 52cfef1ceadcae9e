import type { HttpApp } from '@app/platform';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';

/** Smaller answers gain nothing, and most of ours are. */
const COMPRESS_FROM_BYTES = 1_024;

/** What the API serves is data: nothing in it is ever run, loaded or framed. A page of ours says so for itself. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
};

/**
 * Security headers and compression. Both are loaded at once rather than when the application starts: their hooks come
 * before those that refuse a request, and see every route.
 */
export async function useBrowserDefaults({ fastify }: HttpApp): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    xFrameOptions: { action: 'deny' },
  });
  // Answers only, and never a stream of events: its lines must leave at once. Bodies that come compressed are refused.
  await fastify.register(compress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: COMPRESS_FROM_BYTES,
    customTypes: /^(?:application\/(?:[\w.-]+\+)?json|text\/(?!event-stream)[\w.-]+|image\/svg\+xml)(?:;|$)/,
  });
}
