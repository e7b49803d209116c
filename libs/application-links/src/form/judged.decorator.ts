import { registerDecorator, type ValidationArguments } from 'class-validator';

/** Says what is wrong with a value, in a sentence for the person who gave it; `null` when nothing is. */
export type Judge<Form> = (value: unknown, form: Form) => string | null;

/** Lets a pure function judge a property of a form. */
export const Judged =
  <Form extends object>(judge: Judge<Form>) =>
  (form: Form, propertyName: string): void => {
    const problemOf = ({ value, object }: ValidationArguments): string | null => judge(value, object as Form);
    registerDecorator({
      name: 'judged',
      target: form.constructor,
      propertyName,
      validator: {
        validate: (_value: unknown, given?: ValidationArguments) => given !== undefined && problemOf(given) === null,
        defaultMessage: (given?: ValidationArguments) => (given && problemOf(given)) ?? '',
      },
    });
  };
