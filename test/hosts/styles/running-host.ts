import { type INestApplication } from '@nestjs/common';

/** One of the hosts, running. Its people are called `reader`, `writer` and `admin`, with passwords like their names. */
export interface RunningHost {
  readonly url: string;
  readonly app: INestApplication;
  /** What is listed (READ), added to (WRITE) and cleared (ADMIN) there. */
  readonly path: string;
  readonly idOf: (name: string) => string;
  /** What its own routes put every answer into: `{ data: … }`. */
  readonly hasEnvelope?: true;
}

/** Listens, and answers what the tests need to know. */
export async function listening(
  app: INestApplication,
  port: number,
  about: Omit<RunningHost, 'url' | 'app'>,
): Promise<RunningHost> {
  await app.listen(port, '127.0.0.1');
  return { url: `http://127.0.0.1:${port.toString()}`, app, ...about };
}
