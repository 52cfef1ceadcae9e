import { runService } from '@app/platform';
import { shareLimits } from '@app/redis';
import { adapterService } from './adapter-service.js';

const { NODE_ENV, PARTNER } = process.env;

await runService(await adapterService(PARTNER, { production: NODE_ENV === 'production', shareLimits }));
