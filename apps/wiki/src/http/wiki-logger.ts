import { ConsoleLogger, Injectable } from '@nestjs/common';

const chatter = ['InstanceLoader', 'RouterExplorer', 'RoutesResolver'];

/** Logs one JSON object a line unless somebody looks on from a terminal, and leaves out the list of every route. */
@Injectable()
export class WikiLogger extends ConsoleLogger {
  constructor() {
    super({ json: !process.stdout.isTTY });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (!chatter.includes(String(rest.at(-1)))) super.log(message, ...rest);
  }
}
