import { SetMetadata } from '@nestjs/common';
import { type Role } from './person.js';

export const publicMark = Symbol('boards:public');
export const roleMark = Symbol('boards:role');

/** Lets everybody in. */
export const Public = () => SetMetadata(publicMark, true);

/** Lets in whose role includes this one. */
export const Needs = (role: Role) => SetMetadata(roleMark, role);
