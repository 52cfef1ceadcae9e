import { changeBusContract } from './contracts/change-bus.contract.js';
import { type InMemoryChangeBus, InMemoryChangeMedium } from './in-memory-change-bus.js';

changeBusContract(async () => {
  const medium = new InMemoryChangeMedium();
  const opened: InMemoryChangeBus[] = [];
  let isCut = false;
  return {
    open() {
      const bus = medium.open();
      opened.push(bus);
      if (isCut) bus.cut();
      return bus;
    },
    openBeside: () => medium.open(),
    cut() {
      isCut = true;
      for (const bus of opened) bus.cut();
    },
    restore() {
      isCut = false;
      for (const bus of opened) bus.restore();
    },
    close: async () => undefined,
  };
});
