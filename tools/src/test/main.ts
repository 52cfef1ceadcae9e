import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { startBroker } from '../infrastructure/broker.js';
import { freePort } from '../infrastructure/free-port.js';
import { startPostgres } from '../infrastructure/postgres.js';
import { startRedis } from '../infrastructure/redis.js';

const HELP = `npm test [-- <jest options and path patterns>]

Runs every test on a real PostgreSQL and the SNS/SQS emulator, both started for the run; no network beyond loopback.
What needs Redis runs on the one of TEST_REDIS_URL, else on one that is started where redis-server is installed, else
not at all; with CI=true it must be there.
  npm test -- libs/domain         one folder
  npm test -- --watch             any option of jest
`;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const results = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
  numTotalTests: z.int(),
});

/** Durability is not what tests are about; speed is. */
const TEST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

function runJest(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const jest = fileURLToPath(import.meta.resolve('jest/bin/jest'));
  const child = spawn(process.execPath, [jest, ...args], { cwd: root, env, stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

function summarise(file: string): { line: string; good: boolean } {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = results.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { line: `${numPassedTests} passed, ${failed} failed`, good: failed === 0 && numPassedTests > 0 };
}

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'quotes-test-'));
  const outputFile = join(scratch, 'results.json');
  const dataDir = join(tmpdir(), `${scratch.split('/').at(-1)}-postgres`);
  const [postgres, broker, redis] = await Promise.all([
    freePort().then((port) => startPostgres({ dataDir, port, settings: TEST_SETTINGS })),
    startBroker({ port: 0 }),
    process.env.TEST_REDIS_URL ? undefined : freePort().then(startRedis),
  ]);
  const env = {
    ...process.env,
    NODE_OPTIONS: `--experimental-vm-modules --disable-warning=ExperimentalWarning ${process.env.NODE_OPTIONS ?? ''}`,
    TEST_DATABASE_URL: postgres.url,
    TEST_AWS_ENDPOINT_URL: broker.url,
    ...(redis === undefined ? {} : { TEST_REDIS_URL: redis.url }),
    AWS_REGION: 'ap-south-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  try {
    const args = ['--maxWorkers=2', '--workerIdleMemoryLimit=400MB', '--json', `--outputFile=${outputFile}`];
    const code = await runJest([...args, ...process.argv.slice(2)], env);
    const { line, good } = summarise(outputFile);
    process.stdout.write(`\n${line}\n`);
    return good ? code : 1;
  } finally {
    await Promise.allSettled([postgres.stop(), broker.stop(), redis?.stop()]);
    for (const folder of [scratch, dataDir]) rmSync(folder, { recursive: true, force: true });
  }
}

process.exit(await main());
