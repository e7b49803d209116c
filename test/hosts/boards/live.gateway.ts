import { type OnModuleDestroy } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import { Needs } from './access.decorators.js';
import { type BoardsRequest, rememberHandshake } from './boards-request.js';
import { BoardsService, type Card } from './boards.service.js';
import { livePort } from './live-port.js';

/** What a client of ws or of socket.io is told with. */
interface LiveClient {
  send(text: string): void;
  emit(event: string, card: Card): void;
  disconnect?(): void;
}

/** The boards over sockets, at `/live` on a port of their own. */
@WebSocketGateway(livePort, { path: '/live' })
export class LiveGateway implements OnGatewayConnection, OnModuleDestroy {
  private readonly watching = new Set<LiveClient>();

  constructor(private readonly boards: BoardsService) {
    this.boards.changes.on('card', this.tell);
  }

  onModuleDestroy(): void {
    this.boards.changes.off('card', this.tell);
  }

  handleConnection(client: LiveClient & { request?: BoardsRequest }, request?: BoardsRequest): void {
    rememberHandshake(client, request ?? client.request ?? { headers: {} });
    this.boards.journal.push('connected');
  }

  @SubscribeMessage('cards.list')
  list(): { event: string; data: readonly Card[] } {
    return { event: 'cards', data: this.boards.list() };
  }

  @SubscribeMessage('cards.watch')
  watch(@ConnectedSocket() client: LiveClient): { event: string; data: string } {
    this.watching.add(client);
    return { event: 'watching', data: 'cards' };
  }

  @SubscribeMessage('cards.add')
  @Needs('editor')
  add(@MessageBody() title: string): { event: string; data: Card } {
    return { event: 'added', data: this.boards.add(title) };
  }

  @SubscribeMessage('board.manage')
  @Needs('manager')
  manage(): { event: string; data: string } {
    this.boards.journal.push('manage');
    return { event: 'managed', data: 'board' };
  }

  @SubscribeMessage('board.clear')
  clear(): { event: string; data: string } {
    this.boards.journal.push('clear');
    return { event: 'cleared', data: 'board' };
  }

  private readonly tell = (card: Card): void => {
    for (const client of this.watching) {
      if (client.disconnect) client.emit('card', card);
      else client.send(JSON.stringify({ event: 'card', data: card }));
    }
  };
}
