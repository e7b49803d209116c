import { Args, Query, Resolver } from '@nestjs/graphql';
import { ProjectsService } from './projects.service.js';

/** Projects in GraphQL. */
@Resolver()
export class ProjectsResolver {
  constructor(private readonly projects: ProjectsService) {}

  @Query(() => String)
  project(@Args('name', { type: () => String }) name: string): string {
    return this.projects.read(name);
  }
}
