import { hostUntilTold } from './host-process.js';
import { startPostgres } from './postgres.js';

const { DATA_DIR = '', PORT = '' } = process.env;
const port = Number(PORT);
/**
 * What is committed must survive a killed server, not a power cut: it is written, but nobody waits for the disk.
 * (`synchronous_commit: off` would keep it in the server's own memory for a while, and lose it with the server.)
 */
const settings = { fsync: 'off' };

await hostUntilTold('postgres', port, () => startPostgres({ dataDir: DATA_DIR, port, settings }));
