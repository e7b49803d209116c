import { type OnGatewayConnection, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { BoardsService } from '../boards.service.js';
import { livePort } from '../live-port.js';

/** For people only, at the same address. */
@WebSocketGateway(livePort, { path: '/live' })
@ClosedToApplications()
export class StaffGateway implements OnGatewayConnection {
  constructor(private readonly boards: BoardsService) {}

  handleConnection(): void {
    this.boards.journal.push('staff connected');
  }

  @SubscribeMessage('staff.list')
  list(): { event: string; data: string } {
    return { event: 'staff', data: 'everybody' };
  }
}
