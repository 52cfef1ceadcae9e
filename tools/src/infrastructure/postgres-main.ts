import { hostUntilTold } from './host-process.js';
import { startPostgres } from './postgres.js';

const { DATA_DIR = '', PORT = '' } = process.env;
const port = Number(PORT);
// What is committed must survive a killed process, not a power cut: no fsync, no waiting for the disk.
const settings = { fsync: 'off', synchronous_commit: 'off' };

await hostUntilTold('postgres', port, () => startPostgres({ dataDir: DATA_DIR, port, settings }));
