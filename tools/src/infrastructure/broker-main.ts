import { startBroker } from './broker.js';
import { hostUntilTold } from './host-process.js';

const { DATA_DIR = '', PORT = '' } = process.env;
const broker = await startBroker({ dataDir: DATA_DIR, port: Number(PORT) });
hostUntilTold({ broker: Number(PORT) }, () => broker.stop());
