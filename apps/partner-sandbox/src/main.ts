import { readSettings, settingsHelp } from './sandbox.settings.js';
import { startSandbox } from './start-sandbox.js';

async function run(): Promise<void> {
  const sandbox = await startSandbox(readSettings(process.env));
  const stop = (): void => void sandbox.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The parent is gone: nobody is left to stop this process.
  process.once('disconnect', stop);
  if (process.send === undefined) process.stderr.write(`The partner sandbox listens on ${sandbox.url}\n`);
  else process.send({ ready: true, ports: { public: sandbox.port, ...sandbox.tlsPorts } });
}

if (process.argv.includes('--help')) {
  process.stdout.write(settingsHelp());
} else {
  await run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
