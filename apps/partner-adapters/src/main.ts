import { runService } from '@app/platform';
import { adapterService } from './adapter-service.js';

await runService(await adapterService(process.env.PARTNER));
