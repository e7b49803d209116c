import { type ArgumentMetadata, BadRequestException, Injectable, type PipeTransform } from '@nestjs/common';
import { checked } from './checked.js';
import { LabelBody } from './label.request.js';

/** Takes one label or a list of 1 to 100, as Confluence does. @throws BadRequestException that names the field. */
@Injectable()
export class LabelsPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<readonly LabelBody[]> {
    const given: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (given.length < 1 || given.length > 100) throw new BadRequestException('Send 1 to 100 labels.');
    const check = (each: unknown) =>
      checked.transform(each, { ...metadata, metatype: LabelBody }) as Promise<LabelBody>;
    return Promise.all(given.map(check));
  }
}
