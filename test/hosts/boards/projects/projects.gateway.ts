import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { livePort } from '../live-port.js';
import { ProjectsService } from './projects.service.js';

/** Projects over sockets, beside the other gateways of that address. */
@WebSocketGateway(livePort, { path: '/live' })
export class ProjectsGateway {
  constructor(private readonly projects: ProjectsService) {}

  @SubscribeMessage('project.read')
  read(@MessageBody() name: string): { event: string; data: string } {
    return { event: 'project', data: this.projects.read(name) };
  }
}
