export { RedisProxy } from './redis-proxy.js';
