import { freePort, isFree } from '../infrastructure/free-port.js';

/** A port that somebody chose and that something else has taken. */
export class PortTakenError extends Error {
  constructor(port: number, variable: string) {
    super(
      `Port ${port} is taken by something else. Choose another one with ${variable}=<port>, or leave ${variable} out and a free one is taken.`,
    );
  }
}

/** The port that the variable names; without it the usual one, or any free one when that is taken. */
export async function choosePort(
  variable: string,
  usual: number,
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<number> {
  const chosen = env[variable];
  if (chosen !== undefined && chosen !== '') {
    const port = Number(chosen);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${variable}=${chosen} is not a port.`);
    if (!(await isFree(port))) throw new PortTakenError(port, variable);
    return port;
  }
  if (await isFree(usual)) return usual;
  const port = await freePort();
  log(`Port ${usual} is taken, ${port} is used instead (${variable} chooses another).`);
  return port;
}
