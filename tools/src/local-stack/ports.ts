import { freePort, isFree } from '../infrastructure/free-port.js';

/** A port that somebody chose and that something else has taken. */
class PortTakenError extends Error {
  constructor(port: number, variable: string) {
    super(
      `Port ${port} is taken by something else. Choose another one with ${variable}=<port>, or leave ${variable} out and a free one is taken.`,
    );
  }
}

/** Chooses the port that a variable of the environment names, or else the usual one. */
export type PortChooser = (variable: string, usual: number) => Promise<number>;

async function chosenPort(variable: string, text: string): Promise<number> {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${variable}=${text} is not a port.`);
  if (!(await isFree(port))) throw new PortTakenError(port, variable);
  return port;
}

/** The port that the environment names; without it the usual one, or any free one when that is taken. */
export const portChooser =
  (env: NodeJS.ProcessEnv, log: (line: string) => void): PortChooser =>
  async (variable, usual) => {
    const text = env[variable];
    if (text) return chosenPort(variable, text);
    if (await isFree(usual)) return usual;
    const port = await freePort();
    log(`Port ${usual} is taken, ${port} is used instead (${variable} chooses another).`);
    return port;
  };
