import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';

/** One object, no list, that is checked against its own class. */
export const Nested = (classOf: () => Class) =>
  applyDecorators(IsObject({ message: '$property must be an object' }), ValidateNested(), Type(classOf));
