// Builds what has changed since the last build (Nx knows), in silence unless something is wrong.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const nx = `${root}node_modules/nx/dist/bin/nx.js`;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (major < 22 || (major === 22 && minor < 19)) fail(`Node.js 22.19 or newer is needed, this is ${process.version}.`);
if (!existsSync(nx)) fail('The packages are not installed yet: run `npm ci` first.');

const build = spawnSync(process.execPath, [nx, 'run-many', '-t', 'build', '--outputStyle=static'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
});
if (build.status !== 0) fail(`${build.stdout ?? ''}${build.stderr ?? ''}\nThe build failed.`);
