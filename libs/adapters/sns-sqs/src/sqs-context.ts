import { BaseRpcContext } from '@nestjs/microservices';
import type { ReceivedMessage } from './received-message.js';

/** What a handler may know of the message around its event: `@Ctx() context: SqsContext`. */
export class SqsContext extends BaseRpcContext<[ReceivedMessage, string]> {
  /** How often the message was received, this time included. */
  get receiveCount(): number {
    return this.args[0].receiveCount;
  }

  /** The message attributes that are text. */
  get attributes(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(this.args[0].attributes).map(([name, { StringValue = '' }]) => [name, StringValue]),
    );
  }

  get queueName(): string {
    return this.args[1];
  }
}
