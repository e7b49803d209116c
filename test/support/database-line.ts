import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { FreshDatabase } from './databases.js';

/** The network between a wiki and its PostgreSQL, which a test can cut and mend. */
export class DatabaseLine {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async to(database: FreshDatabase): Promise<DatabaseLine> {
    if (!database.url) throw new Error('Only a database that is reached over the network has a line to cut.');
    const server = createServer();
    const line = new DatabaseLine(server, new URL(database.url));
    server.on('connection', (socket) => line.join(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    line.port = (server.address() as AddressInfo).port;
    return line;
  }

  private port = 0;
  private isCut = false;

  /** The same database at this end of the line. */
  through(database: FreshDatabase): FreshDatabase {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = this.port.toString();
    return { ...database, url: url.href };
  }

  /** Ends every connection and takes no new one. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(this.target.port || 5432), this.target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
