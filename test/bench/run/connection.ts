import { connect, type Socket } from 'node:net';

const headerEnd = Buffer.from('\r\n\r\n');
const longestRead = 65_536;

/**
 * One keep-alive connection with one request under way at a time. It shares its machine with the server, so it reads no
 * more of an answer than where it ends.
 */
export class Connection {
  /** Called with each answer, which is good until the next request is sent. */
  answered: (answer: Buffer) => void = () => undefined;
  /** Called when there will be no answer. */
  failed: (error: Error) => void = () => undefined;
  private pending: Buffer | null = null;
  private readonly socket: Socket;

  private constructor(port: number) {
    const onread = {
      buffer: Buffer.allocUnsafe(longestRead),
      callback: (count: number, buffer: Uint8Array) => this.read(Buffer.from(buffer.buffer, buffer.byteOffset, count)),
    };
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
    this.socket.on('error', (error) => this.failed(error));
    this.socket.on('close', () => this.failed(new Error('The server closed a connection.')));
  }

  /** A connection to a port of this machine. */
  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const connection = new Connection(port);
      connection.failed = reject;
      connection.socket.once('connect', () => resolve(connection));
    });
  }

  send(text: string): void {
    this.socket.write(text, 'latin1');
  }

  close(): void {
    this.failed = () => undefined;
    this.socket.destroy();
  }

  private read(part: Buffer): boolean {
    const answer = this.pending ? Buffer.concat([this.pending, part]) : part;
    try {
      if (isWhole(answer)) {
        this.pending = null;
        this.answered(answer);
      } else {
        this.pending = Buffer.from(answer);
      }
    } catch (error) {
      this.failed(error instanceof Error ? error : new Error(String(error)));
    }
    return true;
  }
}

function isWhole(answer: Buffer): boolean {
  const end = answer.indexOf(headerEnd);
  if (end < 0) return false;
  const [, length] = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, end)) ?? [];
  if (length === undefined) throw new Error(`An answer came without Content-Length: ${answer.toString()}`);
  return answer.length >= end + headerEnd.length + Number(length);
}
