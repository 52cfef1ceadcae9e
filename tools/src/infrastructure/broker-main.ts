import { startBroker } from './broker.js';
import { hostUntilTold } from './host-process.js';

const { DATA_DIR = '', PORT = '' } = process.env;
const port = Number(PORT);

await hostUntilTold('broker', port, () => startBroker({ dataDir: DATA_DIR, port }));
