import { type INestApplication } from '@nestjs/common';
import { WsAdapter } from '@nestjs/platform-ws';
import { Test } from '@nestjs/testing';
import { type OnGatewayConnection, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type Doorkeeper, keepDoorOf, takeDoorOf } from './gateway-door.js';

/** A gateway whose keeper writes down what it is asked; `isOpen` says what it answers. */
const gatewayWith = () => {
  @WebSocketGateway()
  class DoorGateway implements OnGatewayConnection {
    readonly journal: string[] = [];

    handleConnection(): void {
      this.journal.push('connected');
    }

    @SubscribeMessage('ask')
    ask(): { event: string } {
      this.journal.push('asked');
      return { event: 'answered' };
    }
  }
  keepDoorOf(DoorGateway);
  keepDoorOf(DoorGateway);
  return DoorGateway;
};

const keeper = (isOpen: boolean, journal: string[], hasToken = true): Doorkeeper => ({
  comesWithToken: () => hasToken,
  async mayEnter() {
    journal.push('at the door');
    return isOpen;
  },
  async guard() {
    journal.push('guarded');
    return isOpen;
  },
});

describe('the door of a gateway', () => {
  const apps: INestApplication[] = [];

  afterEach(async () => {
    await Promise.all(apps.splice(0).map((app) => app.close()));
  });

  const start = async (gateway: ReturnType<typeof gatewayWith>, isOpen: boolean, hasToken = true) => {
    const module = await Test.createTestingModule({ providers: [gateway] }).compile();
    const app = module.createNestApplication({ logger: false });
    apps.push(app);
    app.useWebSocketAdapter(new WsAdapter(app));
    await app.listen(0, '127.0.0.1');
    const instance = app.get(gateway);
    takeDoorOf(instance, keeper(isOpen, instance.journal, hasToken));
    const socket = new WebSocket((await app.getUrl()).replace('http', 'ws'));
    await once(socket, 'open');
    socket.send(JSON.stringify({ event: 'ask' }));
    const [answer] = (await once(socket, 'message')) as [Buffer];
    return { answer: (JSON.parse(answer.toString()) as { event: string }).event, journal: instance.journal };
  };

  it('P6 stands before connecting and before every message, with no global guard and each once', async () => {
    const opened = await start(gatewayWith(), true);
    expect(opened).toEqual({ answer: 'answered', journal: ['at the door', 'connected', 'guarded', 'asked'] });
    expect(await start(gatewayWith(), false)).toEqual({ answer: 'exception', journal: ['at the door', 'guarded'] });
  });

  it('is not noticed by those who come without a token', async () => {
    const { answer, journal } = await start(gatewayWith(), true, false);
    expect([answer, journal]).toEqual(['answered', ['connected', 'guarded', 'asked']]);
  });

  it('is one door for a gateway and what inherits from it', async () => {
    const Base = gatewayWith();
    @WebSocketGateway()
    class Derived extends Base {}
    keepDoorOf(Derived);
    const { journal } = await start(Derived, true);
    expect(journal.filter((line) => line !== 'guarded')).toEqual(['at the door', 'connected', 'asked']);
  });

  it('cannot stand before what is no method, and says so', () => {
    class ArrowGateway {
      readonly handleConnection = (): void => undefined;
    }
    expect(() => takeDoorOf(new ArrowGateway(), keeper(true, []))).toThrow(
      'ArrowGateway.handleConnection is a property',
    );
  });

  it('has one keeper for each application in a process', async () => {
    const gateway = gatewayWith();
    const first = await start(gateway, true);
    const second = await start(gateway, false);
    expect([first.answer, second.answer]).toEqual(['answered', 'exception']);
    expect(first.journal).toHaveLength(4);
  });
});
