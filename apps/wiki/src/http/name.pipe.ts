import { NotFoundException, type PipeTransform } from '@nestjs/common';
import { isLegalText } from '../text/legal-text.js';

/** Lets a name in a path through as it is. @throws NotFoundException when nothing can have such a name. */
export class NamePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (value.length > 255 || /\p{Cc}/u.test(value) || !isLegalText(value))
      throw new NotFoundException('There is nothing of this name.');
    return value;
  }
}
