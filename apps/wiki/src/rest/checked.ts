import { BadRequestException, type PipeTransform, ValidationPipe } from '@nestjs/common';
import { type ValidationError } from 'class-validator';

const sentenceOf = (error: ValidationError, path = ''): string => {
  const field = path + error.property;
  const below = error.children?.[0];
  if (below) return sentenceOf(below, `${field}.`);
  const [constraint = 'cannot be used'] = Object.values(error.constraints ?? {});
  return constraint.startsWith(error.property) ? path + constraint : `${field}: ${constraint}`;
};

/**
 * Checks a body or a query against its class and drops what the class does not name.
 * @throws BadRequestException that names the field.
 */
export const checked: PipeTransform = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
  exceptionFactory: (errors) =>
    new BadRequestException(errors[0]?.property ? sentenceOf(errors[0]) : 'Send one object.'),
});
