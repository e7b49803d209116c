import { Module } from '@nestjs/common';
import { LinkProjects } from './link-projects.service.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsGateway } from './projects.gateway.js';
import { ProjectsResolver } from './projects.resolver.js';
import { ProjectsService } from './projects.service.js';

/** Projects, and which of them an application may see. */
@Module({
  controllers: [ProjectsController],
  providers: [ProjectsService, LinkProjects, ProjectsResolver, ProjectsGateway],
  exports: [LinkProjects],
})
export class ProjectsModule {}
