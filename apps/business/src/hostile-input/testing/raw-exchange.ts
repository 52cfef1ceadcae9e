import { connect } from 'node:net';

/**
 * Writes to a connection of its own and resolves with everything that came back once the other side has closed it, or
 * has sent what is waited for. `more` is asked for another piece as long as the other side takes them.
 */
export const rawExchange = (
  origin: string,
  text: string,
  { until, more = () => null }: { readonly until?: RegExp; readonly more?: () => string | null } = {},
): Promise<string> =>
  new Promise((resolve) => {
    let received = '';
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname);
    const goOn = (): void => {
      for (let piece = more(); piece !== null; piece = more()) if (!socket.write(piece)) return;
    };
    socket.once('connect', () => {
      socket.write(text);
      goOn();
    });
    socket.on('drain', goOn);
    socket.on('data', (chunk) => {
      received += chunk;
      if (until?.test(received)) socket.destroy();
    });
    // Who writes to somebody who has hung up is reset; what came before that counts.
    socket.on('error', () => undefined).on('close', () => resolve(received));
  });
