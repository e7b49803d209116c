import { type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

/** Marks a controller that needs no token. */
export const Public = Reflector.createDecorator<true>();

/** Whether a call reaches one. */
export function isPublic(reflector: Reflector, context: ExecutionContext): boolean {
  return reflector.getAllAndOverride(Public, [context.getHandler(), context.getClass()]) ?? false;
}
