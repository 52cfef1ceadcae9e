import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findRunningDatabase } from '../local-stack/running-stack.js';
import { entry } from '../local-stack/services.js';
import { runClients } from './run-clients.js';

process.exitCode = await runClients({
  args: process.argv.slice(2),
  env: process.env,
  findDatabase: () => findRunningDatabase(),
  async run(args, env) {
    const child = spawn(process.execPath, [entry('apps/business/dist/clients.js'), ...args], { env, stdio: 'inherit' });
    const [code] = await once(child, 'exit');
    return typeof code === 'number' ? code : 1;
  },
  say: (text) => void process.stderr.write(text),
});
