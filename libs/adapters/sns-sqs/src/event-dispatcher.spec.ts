import { done, reject } from '@app/ports';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { EventDispatcher, type EventHandler } from './event-dispatcher.js';
import type { ReceivedMessage } from './received-message.js';
import { eventJson, messageWith } from './testing/messages.js';

const TYPE = 'quote.requested.v1';

const dispatch = (handler: EventHandler, changes: Partial<ReceivedMessage> = {}) =>
  new EventDispatcher(
    (type) => (type === TYPE ? handler : undefined),
    () => 0.5,
  ).dispatch(messageWith({ body: eventJson(TYPE), ...changes }), { name: 'the-queue', maxReceiveCount: 5 });

const notCalled: EventHandler = () => Promise.reject(new Error('called'));

describe('handing an event to its handler', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('gives it the whole event and what surrounds it, and returns its outcome', async () => {
    const seen: unknown[] = [];
    const handler: EventHandler = async (event, { queueName, receiveCount, attributes }) => {
      seen.push(event, queueName, receiveCount, attributes);
      return done;
    };
    const body = eventJson(TYPE, { answer: 42 });
    const attributes = { partnerId: { DataType: 'String', StringValue: 'acme-general' } };
    expect(await dispatch(handler, { body, attributes, receiveCount: 2 })).toEqual(done);
    expect(seen).toEqual([JSON.parse(body), 'the-queue', 2, { partnerId: 'acme-general' }]);
  });

  it('rejects what is no JSON', async () => {
    expect(await dispatch(notCalled, { body: '{"type":' })).toEqual(reject('not JSON'));
  });

  it('rejects what has no frame, and names the fields without showing their values', async () => {
    const outcome = await dispatch(notCalled, { body: JSON.stringify({ ...JSON.parse(eventJson(TYPE)), id: 'Asha' }) });
    expect(outcome).toEqual(reject('not an event: /id Invalid UUID'));
  });

  it('rejects a type, or a version of a type, that nobody handles', async () => {
    expect(await dispatch(notCalled, { body: eventJson('quote.requested.v2') })).toEqual(
      reject('no handler for events of type quote.requested.v2'),
    );
  });

  it('tries later when the handler failed, and later still with every receive', async () => {
    const fails: EventHandler = () => Promise.reject(new Error('a bug'));
    expect(await dispatch(fails, { receiveCount: 1 })).toEqual({ kind: 'retryLater', afterMs: 500 });
    expect(await dispatch(fails, { receiveCount: 3 })).toEqual({ kind: 'retryLater', afterMs: 2_000 });
  });

  it('rejects at the last delivery what the handler failed on, and tells nothing of the error', async () => {
    const fails: EventHandler = () => Promise.reject(new Error('Asha Rao cannot be mapped'));
    expect(await dispatch(fails, { receiveCount: 4 })).toMatchObject({ kind: 'retryLater' });
    for (const receiveCount of [5, 6]) {
      expect(await dispatch(fails, { receiveCount })).toEqual(
        reject(`the handler of ${TYPE} failed, and this was delivery ${receiveCount}`),
      );
    }
  });

  it('tries later when the handler returned nothing: it may not have done anything', async () => {
    expect(await dispatch(async () => undefined)).toMatchObject({ kind: 'retryLater' });
    expect(await dispatch(async () => ({ kind: 'finished' }))).toMatchObject({ kind: 'retryLater' });
  });
});
