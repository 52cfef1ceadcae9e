import { type Behaviour, NORMAL } from './behaviour.js';

/** The behaviour of every partner; what nobody has set is normal. */
export class Behaviours {
  readonly #set = new Map<string, Behaviour>();

  of(partnerId: string): Behaviour {
    return this.#set.get(partnerId) ?? NORMAL;
  }

  set(partnerId: string, behaviour: Behaviour): void {
    this.#set.set(partnerId, behaviour);
  }

  reset(partnerId: string): void {
    this.#set.delete(partnerId);
  }
}
