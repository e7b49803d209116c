import { type Level } from 'nestjs-drawbridge/host';
import { type Role } from '../person.js';

const levels: Readonly<Record<Role, Level>> = {
  viewer: 'READ',
  editor: 'WRITE',
  manager: 'ADMIN',
  owner: 'SYSTEM_ADMIN',
};

/** The level that a role stands for. */
export const levelOf = (role: Role): Level => levels[role];

/** The role that a level stands for. */
export const roleAt = (level: Level): Role =>
  (Object.keys(levels) as Role[]).find((role) => levels[role] === level) ?? 'viewer';
