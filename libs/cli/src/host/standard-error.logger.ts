import { type LoggerService } from '@nestjs/common';
import { printable } from '../output/printable.js';

/**
 * Keeps what the host logs away from standard output, which belongs to the answer. Says what went wrong, nothing else, and nothing
 * before `speak`: what keeps the application from being created is thrown as well.
 */
export class StandardErrorLogger implements LoggerService {
  private isSilent = true;

  speak(): void {
    this.isSilent = false;
  }

  log(): void {}

  warn(message: unknown): void {
    this.say(message);
  }

  error(message: unknown): void {
    this.say(message);
  }

  fatal(message: unknown): void {
    this.say(message);
  }

  private say(message: unknown): void {
    if (this.isSilent) return;
    process.stderr.write(`${printable(message instanceof Error ? message.message : String(message))}\n`);
  }
}
