import { createServer, connect as open, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut, or fall silent, and be mended. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private state: 'OPEN' | 'SILENT' | 'CUT' = 'OPEN';
  private port = 0;

  private constructor(private readonly target: URL) {
    this.server = createServer((near) => this.join(near));
  }

  /** `url` of the server: its host and port are what is joined. */
  static async start(url: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(new URL(url));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    const address = proxy.server.address();
    proxy.port = typeof address === 'object' && address !== null ? address.port : 0;
    return proxy;
  }

  /** The server's URL, by this way. */
  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  /** Every connection is lost, and no new one lasts. */
  cut(): void {
    this.state = 'CUT';
    for (const socket of this.sockets) socket.destroy();
  }

  /** Connections stay, and nothing comes back. */
  silence(): void {
    this.state = 'SILENT';
  }

  mend(): void {
    if (this.state === 'SILENT') this.cut();
    this.state = 'OPEN';
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cut();
    await closed;
  }

  private join(near: Socket): void {
    this.watch(near);
    if (this.state === 'CUT') return void near.destroy();
    const far = open(Number(this.target.port), this.target.hostname);
    this.watch(far);
    near.on('data', (bytes) => far.write(bytes)).on('close', () => far.destroy());
    far
      .on('close', () => near.destroy())
      .on('data', (bytes) => {
        if (this.state === 'OPEN') near.write(bytes);
      });
  }

  private watch(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
  }
}
