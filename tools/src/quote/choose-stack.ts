import type { ReadyLine } from '../local-stack/ready-line.js';
import type { Stack, StackOptions } from '../local-stack/start-stack.js';
import type { ApiAddress } from './api/api-connection.js';

/** The stacks of this checkout. */
export interface Stacks {
  findRunning(): ReadyLine | undefined;
  start(options: StackOptions): Promise<Pick<Stack, 'ready' | 'stop'>>;
}

export interface StackInUse {
  readonly ready: ReadyLine;
  /** True when it was started for this use: it ends with it. */
  readonly own: boolean;
  release(): Promise<void>;
}

/** The stack of this checkout that runs, else one started for this use with `options`; its progress goes to their log. */
export async function chooseStack(stacks: Stacks, options: StackOptions): Promise<StackInUse> {
  const running = stacks.findRunning();
  if (running !== undefined) return { ready: running, own: false, release: () => Promise.resolve() };
  const { log = () => undefined } = options;
  log('No stack of this checkout runs: starting one, it ends with this command …');
  const stack = await stacks.start(options);
  log(`Started: ${stack.ready.api}`);
  return {
    ready: stack.ready,
    own: true,
    async release() {
      log('Stopping the stack …');
      await stack.stop();
      log('Stopped; nothing is left.');
    },
  };
}

/** Where the quote is asked; `address` when somebody says where. */
export async function chooseAddress(
  address: ApiAddress | undefined,
  stacks: Stacks,
  options: StackOptions,
): Promise<ApiAddress & Pick<StackInUse, 'release'>> {
  if (address !== undefined) return { ...address, release: () => Promise.resolve() };
  const { ready, release } = await chooseStack(stacks, options);
  return { api: ready.api, key: ready.key, release };
}
