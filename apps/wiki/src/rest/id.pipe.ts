import { NotFoundException, type PipeTransform } from '@nestjs/common';

/** Turns the id in a path into a number. @throws NotFoundException when nothing can have such an id. */
export class IdPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^\d{1,9}$/.test(value)) throw new NotFoundException('There is nothing with this id.');
    return Number(value);
  }
}
