import { NotFoundException, type PipeTransform } from '@nestjs/common';

/** Lets a name in a path through as it is. @throws NotFoundException when nothing can have such a name. */
export class NamePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    // eslint-disable-next-line no-control-regex -- PostgreSQL keeps no NUL
    if (value.length > 255 || /[\u0000-\u001f]/.test(value))
      throw new NotFoundException('There is nothing of this name.');
    return value;
  }
}
