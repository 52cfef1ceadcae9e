import { describeSettings, readSettings, SettingsError } from '@app/platform';
import { createPool, PostgresClientStore } from '@app/postgres';
import { type ClientCommandLine, readClientCommand } from './access/clients/client-command-line.js';
import { manageClients } from './access/clients/manage-clients.js';
import { databaseSettings } from './business.settings.js';

/** Exit codes for arguments and for settings that are not usable (sysexits: EX_USAGE, EX_CONFIG). */
const EXIT_USAGE = 64;
const EXIT_SETTINGS = 78;

const USAGE = `business/clients: who may call the public API

  add --id <id>           makes a client and prints its key, once
      --public            its key is visible to anyone (a page): it reads only with the token of a resource
      --scopes <list>     quotes, ops, comma separated [quotes]
      --rate <n>          calls a second [200], of a public client for each address
      --burst <n>         calls at once [200], likewise
      --per-day <n>       calls a day [1000000]
      --creations <n>     of a public client: creations a second for each address [20]
  rotate --id <id>        adds another key and prints it; the old ones go on
  end-old-keys --id <id>  ends every key but the newest
  remove --id <id>        removes a client with its keys; what it created stays
  list                    shows every client

  --json                  prints one line of JSON
  --help                  this text

A change is known to every replica within half a minute.

Settings (environment variables):
${describeSettings(databaseSettings)}
`;

async function run({ command, json }: ClientCommandLine): Promise<number> {
  const url = readSettings(databaseSettings, process.env).DATABASE_URL;
  const pool = createPool({ url, applicationName: 'business/clients', size: 1, onError: () => undefined });
  try {
    const { ok, text, data } = await manageClients(new PostgresClientStore(pool), command);
    const stream = ok || json ? process.stdout : process.stderr;
    stream.write(`${json ? JSON.stringify(data) : text}\n`);
    return ok ? 0 : 1;
  } finally {
    await pool.end();
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const line = readClientCommand(args);
  if ('problems' in line) {
    process.stderr.write(`${line.problems.join('\n')}\nAll commands and options: --help\n`);
    return EXIT_USAGE;
  }
  try {
    return await run(line);
  } catch (error) {
    process.stderr.write(`business/clients: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof SettingsError ? EXIT_SETTINGS : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
