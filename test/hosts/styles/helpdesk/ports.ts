import { Injectable } from '@nestjs/common';
import { CurrentUser, type Level, type Person, type SignedInPerson } from 'nestjs-drawbridge/host';
import { UsersOneByOne } from '../../support/users-one-by-one.js';
import { AgentsService, type Role } from './agents.service.js';
import { type HelpdeskRequest } from './guards.js';

const levels: readonly (readonly [Role, Level])[] = [
  ['agent', 'READ'],
  ['dispatcher', 'WRITE'],
  ['supervisor', 'ADMIN'],
];
const levelOf = (roles: readonly Role[]): Level | null =>
  levels.findLast(([role]) => roles.includes(role))?.[1] ?? null;
const rolesAt = (level: Level | null): readonly Role[] => {
  const height = level === 'SYSTEM_ADMIN' ? levels.length - 1 : levels.findIndex(([, at]) => at === level);
  return levels.slice(0, height + 1).map(([role]) => role);
};

/** Who is signed in at the helpdesk. */
@Injectable()
export class HelpdeskCurrentUser extends CurrentUser {
  constructor(private readonly agents: AgentsService) {
    super();
  }

  async of(request: unknown): Promise<SignedInPerson | null> {
    const { headers, session } = request as HelpdeskRequest;
    if (headers.authorization !== undefined || session.agentId === undefined) return null;
    return { userId: session.agentId, sessionId: session.id };
  }

  signInUrl(): string {
    return '/login';
  }

  async become(request: unknown, userId: string, level: Level | null): Promise<void> {
    const agent = this.agents.byId(userId);
    const roles = rolesAt(level).filter((role) => agent?.roles.includes(role));
    (request as HelpdeskRequest).user = agent && { ...agent, roles };
  }
}

/** The agents as people. */
@Injectable()
export class HelpdeskUsers extends UsersOneByOne {
  constructor(private readonly agents: AgentsService) {
    super();
  }

  async byId(userId: string): Promise<Person | null> {
    const agent = this.agents.byId(userId);
    return agent ? { userId, displayName: agent.login, active: true, level: levelOf(agent.roles) } : null;
  }
}
