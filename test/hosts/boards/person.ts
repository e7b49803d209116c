/** How far a person may go, lowest first. */
export const roles = ['viewer', 'editor', 'manager', 'owner'] as const;
export type Role = (typeof roles)[number];

/** Somebody who uses the boards. */
export interface BoardsPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
}

/** Whether a role includes another one. */
export const includes = (role: Role, other: Role): boolean => roles.indexOf(role) >= roles.indexOf(other);
