import { Injectable } from '@nestjs/common';

/** What an agent may do; roles have no order. */
export type Role = 'agent' | 'dispatcher' | 'supervisor';

/** Somebody who works at the helpdesk. */
export interface Agent {
  readonly id: string;
  readonly login: string;
  readonly roles: readonly Role[];
}

/** The people of the helpdesk. */
@Injectable()
export class AgentsService {
  private readonly agents: readonly Agent[] = [
    { id: 'a1', login: 'reader', roles: ['agent'] },
    { id: 'a2', login: 'writer', roles: ['agent', 'dispatcher'] },
    { id: 'a3', login: 'admin', roles: ['agent', 'dispatcher', 'supervisor'] },
  ];

  byLogin(login: string): Agent | undefined {
    return this.agents.find((agent) => agent.login === login);
  }

  byId(id: string | undefined): Agent | undefined {
    return this.agents.find((agent) => agent.id === id);
  }
}
