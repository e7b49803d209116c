import { Injectable } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { ApplicationLimits, type LimitedCall } from 'nestjs-drawbridge/host';
import { LinkProjects } from '../projects/link-projects.service.js';

/** Narrows an application to the projects that an administrator gave it. */
@Injectable()
export class BoardsLimits extends ApplicationLimits {
  constructor(private readonly projects: LinkProjects) {
    super();
  }

  async allows(call: LimitedCall): Promise<boolean> {
    const project = projectIn(call);
    return project === undefined || this.projects.includes(call.clientId, project);
  }

  override describe(clientId: string): string | null {
    const projects = this.projects.of(clientId);
    return projects ? `The administrator limited this application to these projects: ${projects.join(', ')}.` : null;
  }
}

/** The project that a call is about; `undefined` where it is about none. */
function projectIn({ kind, context, request }: LimitedCall): unknown {
  if (kind === 'graphql') return GqlExecutionContext.create(context).getArgs<{ name?: unknown }>().name;
  if (kind === 'ws') {
    const message = context.switchToWs();
    return message.getPattern() === 'project.read' ? message.getData<unknown>() : undefined;
  }
  const { params, url } = request as { readonly params?: { readonly project?: string }; readonly url: string };
  return params?.project ?? new URL(url, 'http://boards').searchParams.get('project') ?? undefined;
}
