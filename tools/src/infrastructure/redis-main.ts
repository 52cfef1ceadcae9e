import { hostUntilTold } from './host-process.js';
import { startRedis } from './redis.js';

const port = Number(process.env.PORT);

await hostUntilTold('redis', port, async () => {
  const redis = await startRedis(port);
  if (redis === undefined) throw new Error('redis-server is not installed');
  return redis;
});
