import { Controller, Get, type MessageEvent, Param, Req, Sse } from '@nestjs/common';
import { type Access, accessOf, CurrentAccess } from 'nestjs-drawbridge/scopes';
import { interval, map, type Observable } from 'rxjs';
import { LinkProjects } from './link-projects.service.js';
import { ProjectsService } from './projects.service.js';

/** Projects over HTTP, at `/api/v1/projects`. */
@Controller({ path: 'projects', version: '1' })
export class ProjectsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly limits: LinkProjects,
  ) {}

  /** A list is one call, so it leaves out by itself what the application is not to see. */
  @Get()
  list(@Req() request: object): readonly string[] {
    const clientId = accessOf(request)?.clientId;
    return this.projects.names.filter((name) => this.limits.includes(clientId, name));
  }

  /** Tells administrators more, also where an application asks for them. */
  @Get(':project')
  read(
    @Param('project') project: string,
    @CurrentAccess() access: Access | undefined,
  ): Readonly<Record<string, string>> {
    const board = { board: this.projects.read(project) };
    return access === undefined || access.can('ADMIN') ? { ...board, budget: '1000' } : board;
  }

  @Sse(':project/events')
  events(@Param('project') project: string): Observable<MessageEvent> {
    return interval(50).pipe(map(() => ({ data: project })));
  }
}
