import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { type Access, CurrentAccess } from 'nestjs-drawbridge/scopes';
import { livePort } from '../live-port.js';
import { wordsFor } from './words-for.js';

/** The same over sockets, beside the other gateway of that address. */
@WebSocketGateway(livePort, { path: '/live' })
export class MineGateway {
  @SubscribeMessage('mine')
  mine(@CurrentAccess() access: Access | undefined): { event: string; data: string } {
    return { event: 'mine', data: wordsFor(access) };
  }
}
