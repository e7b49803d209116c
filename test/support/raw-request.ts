import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** An answer whose header lines are as they came, one character a byte. */
export interface RawAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What `fetch` would tidy up first: the target and the body go out as they are. */
export interface RawRequest {
  readonly method: string;
  /** Characters from U+0021 to U+00FF, one for each byte. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Sends one request to the server at `origin`; again where a kept connection was closed before it got there. */
export async function sendRaw(origin: string, raw: RawRequest, via: Agent | false = agent): Promise<RawAnswer> {
  const { method, target, headers, body } = raw;
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ agent: via, hostname, port, method, path: target, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const { statusCode = 0, headers } = answer;
        resolve({ status: statusCode, location: headers.location, headers, text: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      const wasIdle = sent.reusedSocket && error.code === 'ECONNRESET';
      if (wasIdle && via) resolve(sendRaw(origin, raw, false));
      else reject(error);
    });
    sent.end(body);
  });
}
