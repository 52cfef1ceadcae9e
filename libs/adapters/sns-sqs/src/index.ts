export { type AwsConnection, createSnsClient, createSqsClients, type SqsClients } from './clients.js';
export { DeliveredMessages } from './delivered-messages.js';
export type { EventHandler } from './event-dispatcher.js';
export { SnsPublisher, type SnsPublisherOptions } from './sns-publisher.js';
export { type QueueOptions, SqsServer, type SqsServerOptions } from './sqs-server.js';
