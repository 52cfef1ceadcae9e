import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export interface RedisServer {
  readonly url: string;
  /** Resolves when it has ended, whoever ended it. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

/** Whether there is a Redis on this machine that could be started. */
export const isRedisInstalled = (): boolean =>
  spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

const READY_WITHIN_MS = 10_000;

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.end()).once('close', (failed) => resolve(!failed));
    socket.on('error', () => undefined);
  });

async function untilReady(server: ChildProcess, port: number): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await answers(port))) {
    if (server.exitCode !== null || Date.now() > until) throw new Error('Redis does not start');
    await delay(20);
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

/** A real Redis on the loopback interface that keeps nothing; undefined where none is installed. */
export async function startRedis(port: number): Promise<RedisServer | undefined> {
  const flags = { port, bind: '127.0.0.1', save: '', appendonly: 'no', daemonize: 'no' };
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const [started] = await Promise.race([
    once(server, 'spawn').then(() => [true]),
    once(server, 'error').then(() => [false]),
  ]);
  if (!started) return undefined;
  const gone = once(server, 'exit').then(() => undefined);
  await untilReady(server, port);
  return { url: `redis://127.0.0.1:${port}`, gone, stop: () => stop(server) };
}
