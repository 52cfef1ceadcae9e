import { describeSettings, readSettings, SettingsError } from '@app/platform';
import { migrate } from '@app/postgres';
import { databaseSettings } from './business.settings.js';

/** Exit code for settings that are not usable (sysexits: EX_CONFIG). */
const EXIT_SETTINGS = 78;

const USAGE = `business/migrate: brings the database of the business service up to date, then ends

Safe to run again, and by several at once.

Settings (environment variables):
${describeSettings(databaseSettings)}
`;

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const ran = await migrate(readSettings(databaseSettings, process.env).DATABASE_URL);
    process.stdout.write(ran.length === 0 ? 'The schema is up to date.\n' : `Ran ${ran.join(', ')}.\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`business/migrate: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof SettingsError ? EXIT_SETTINGS : 1;
  }
}

process.exit(await main());
