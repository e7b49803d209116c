import { Controller } from '@nestjs/common';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import { ran } from '../host/journal.js';

/** What other services of the host ask for. */
@Controller()
export class JobsController {
  @MessagePattern('jobs.count')
  count(): string {
    return ran('NONE jobs.count');
  }

  @EventPattern('jobs.done')
  done(_: unknown): void {
    ran('NONE jobs.done');
  }
}
