export { type ApiClient, type ApiClientOptions, type ApiSchemas, createApiClient } from './api-client.js';
export { ApiProblem } from './api-problem.js';
export { type ApplicationFollowOptions, type ApplicationToFollow, followApplication } from './follow-application.js';
export { type FollowOptions, followQuote, type QuoteEvent, type QuoteToFollow } from './follow-quote.js';
export type { Reconnection } from './reconnection.js';
