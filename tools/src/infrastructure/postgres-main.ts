import { hostUntilTold } from './host-process.js';
import { startPostgres } from './postgres.js';

const { DATA_DIR = '', PORT = '' } = process.env;
// What is committed must survive a killed process, not a power cut: no fsync, no waiting for the disk.
const settings = { fsync: 'off', synchronous_commit: 'off' };
const server = await startPostgres({ dataDir: DATA_DIR, port: Number(PORT), settings });
hostUntilTold({ postgres: Number(PORT) }, () => server.stop(), server.gone);
