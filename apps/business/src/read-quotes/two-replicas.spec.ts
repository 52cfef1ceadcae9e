import type { QuoteStore, StoreObserver } from '@app/ports';
import { InMemoryChangeMedium, inMemoryPorts } from '@app/testing';
import { startUnderTest } from '../testing/business-under-test.js';
import { twoReplicas } from './testing/two-replicas.js';

/** One store for several processes: whoever makes a change is told of it, and nobody else. */
function sharedStore({ openStore }: ReturnType<typeof inMemoryPorts>) {
  let current: StoreObserver | undefined;
  const observer: StoreObserver = {
    changed: (progress) => current?.changed(progress),
    committed: (messages) => current?.committed(messages),
  };
  let store: QuoteStore | undefined;
  return (mine: StoreObserver, ...rest: [Parameters<typeof openStore>[1]]): QuoteStore => {
    store ??= openStore(observer, ...rest);
    // Every step of the store is done when its method returns.
    return new Proxy(store, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) => {
          current = mine;
          return method.apply(target, given);
        };
      },
    });
  };
}

twoReplicas(async () => {
  const ports = inMemoryPorts();
  const openStore = sharedStore(ports);
  const medium = new InMemoryChangeMedium();
  const bus = medium.open();
  const [reading, posting] = [
    await startUnderTest({ ...ports, openStore, bus }),
    await startUnderTest({ ...ports, openStore, bus: medium.open() }),
  ];
  return {
    reading,
    posting,
    publisher: ports.publisher,
    cut: () => bus.cut(),
    restore: () => bus.restore(),
    isConnected: () => bus.connected,
    async pause() {
      ports.clock.advance(50);
      await new Promise((resolve) => setImmediate(resolve));
    },
    async close() {
      await Promise.all([reading.stop(), posting.stop()]);
    },
  };
});
