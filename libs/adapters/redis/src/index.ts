export { shareLimits } from './share-limits.js';
