export { openRedis } from './open-redis.js';
export { shareLimits } from './share-limits.js';
