import { Server } from 'node:net';
import { startFauxqs } from 'fauxqs';

export interface Broker {
  readonly url: string;
  stop(): Promise<void>;
}

export interface BrokerOptions {
  readonly port: number;
  /** Keeps queues and messages over a restart; without it they live in memory. */
  readonly dataDir?: string;
}

/** Everything that starts listening inside `start` listens on the loopback interface only: the emulator has no option for it. */
async function onLoopback<Started>(start: () => Promise<Started>): Promise<Started> {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with Reflect.apply below
  const listen = Server.prototype.listen;
  Server.prototype.listen = function loopback(this: Server, ...args: unknown[]): Server {
    const [options, ...rest] = args;
    const bound = typeof options === 'object' && options !== null ? { ...options, host: '127.0.0.1' } : options;
    return Reflect.apply(listen, this, [bound, ...rest]);
  };
  try {
    return await start();
  } finally {
    Server.prototype.listen = listen;
  }
}

/** The SNS/SQS emulator with the semantics of the real services: long polls, visibility, redrive, filter policies. */
export async function startBroker({ port, dataDir }: BrokerOptions): Promise<Broker> {
  const options = { port, logger: false, defaultRegion: 'ap-south-1', ...(dataDir === undefined ? {} : { dataDir }) };
  const server = await onLoopback(() => startFauxqs(options));
  return { url: `http://127.0.0.1:${server.port}`, stop: () => server.stop() };
}
