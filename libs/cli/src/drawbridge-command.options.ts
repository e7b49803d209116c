import { type INestApplicationContext, type NestApplicationOptions } from '@nestjs/common';

/** What the host adds to the options of `NestFactory.create` in its own start. */
export type HostApplicationOptions = Pick<NestApplicationOptions, 'preview' | 'abortOnError' | 'logger'>;

/** What the command line has to know of its host. */
export class DrawbridgeCommandOptions {
  /**
   * Creates the host's application as the host's own start does, with these options for `NestFactory.create`, and sets prefix
   * and versioning. It is neither initialised nor told to listen: no schedule begins, no port is opened. Required.
   */
  readonly create: (options: HostApplicationOptions) => Promise<INestApplicationContext>;

  /** The name of the program in its help. Default: `drawbridge`. */
  readonly program?: string;

  /** The id of the person whom somebody calls so, `null` when there is none. Default: people are called by their ids. */
  readonly userIdOf?: (name: string, app: INestApplicationContext) => Promise<string | null>;

  /**
   * Makes a new key the one that writes, and waits until every node reads it; answers its id. `keys rotate` calls it before it creates
   * the application. Default: nothing; then the host has put a new key first already.
   */
  readonly makeNewKey?: () => Promise<string>;

  constructor(given: DrawbridgeCommandOptions) {
    this.create = given.create;
    this.program = given.program ?? 'drawbridge';
    this.userIdOf = given.userIdOf ?? (async (name) => name);
    if (given.makeNewKey) this.makeNewKey = given.makeNewKey;
  }
}
