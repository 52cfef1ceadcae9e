/**
 * Loaded into every process of a stack under test (`--import`): kills the process that reaches the ordered step, the way
 * an accident would. The services know nothing of it; Node's diagnostics channels tell where they are.
 */
import { channel } from 'node:diagnostics_channel';
import { readFileSync, unlinkSync } from 'node:fs';

const { CRASH_ORDER: orderFile, PARTNER, PRODUCT_DOMAIN } = process.env;
const script = process.argv[1] ?? '';

function ownName() {
  if (script.endsWith('apps/business/dist/main.js')) return 'business';
  if (script.endsWith('apps/reactive/dist/main.js')) return `reactive/${PRODUCT_DOMAIN}`;
  return script.endsWith('apps/partner-adapters/dist/main.js') ? `partner-adapters/${PARTNER}` : undefined;
}

const name = ownName();

function orderOf() {
  try {
    return JSON.parse(readFileSync(orderFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whoever takes the order away carries it out: nobody else dies of it, and nobody dies of it twice. */
function dieIfOrdered(moment, what) {
  const order = orderOf();
  if (order?.moment !== moment || !new RegExp(`^${order.process}$`).test(name) || !new RegExp(order.what).test(what))
    return;
  try {
    unlinkSync(orderFile);
  } catch {
    return;
  }
  process.kill(process.pid, 'SIGKILL');
}

/** Where a message of a channel tells what is going on. */
const MOMENTS = {
  'undici:request:create': { moment: 'before call', what: ({ request }) => `${request.method} ${request.path}` },
  'undici:request:trailers': { moment: 'after call', what: ({ request }) => `${request.method} ${request.path}` },
  'http.client.request.start': {
    moment: 'before call',
    what: ({ request }) => `${request.getHeader('x-amz-target') ?? request.path}`,
  },
  'http.client.response.finish': {
    moment: 'after call',
    what: ({ request }) => `${request.getHeader('x-amz-target') ?? request.path}`,
  },
  'http.server.request.start': { moment: 'before request', what: ({ request }) => `${request.method} ${request.url}` },
  'http.server.response.finish': { moment: 'after request', what: ({ request }) => `${request.method} ${request.url}` },
};

if (orderFile !== undefined && name !== undefined) {
  for (const [channelName, { moment, what }] of Object.entries(MOMENTS)) {
    channel(channelName).subscribe((message) => dieIfOrdered(moment, what(message)));
  }
}
