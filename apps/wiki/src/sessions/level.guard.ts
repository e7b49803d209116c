import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { guardsItself } from 'nestjs-drawbridge/host';
import { type Level, reaches } from '../people/level.js';
import { levelMark } from './needs-level.decorator.js';
import { publicMark } from './public.decorator.js';
import { type WikiRequest } from './wiki-request.js';

/** Lets a person in whose level reaches what the route asks for. */
@Injectable()
export class LevelGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { user } = context.switchToHttp().getRequest<WikiRequest>();
    if (!user || guardsItself(context)) return true;
    const places = [context.getHandler(), context.getClass()];
    const needed = this.reflector.getAllAndOverride<Level | undefined>(levelMark, places);
    const isPublic = this.reflector.getAllAndOverride<boolean>(publicMark, places);
    if (isPublic && !needed) return true;
    if (reaches(user.level, needed ?? 'READ')) return true;
    throw new ForbiddenException('Your account is not allowed to do this.');
  }
}
