import { UseFilters, UseGuards } from '@nestjs/common';
import { type OnGatewayConnection, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { type Access, CurrentAccess } from 'nestjs-drawbridge/scopes';
import { freePort } from '../../../support/free-port.js';
import { ran } from '../host/journal.js';
import { SignInGuard } from '../host/sign-in.guard.js';
import { TellingFilter } from './telling.filter.js';

/** Where sockets connect. */
export const livePort = await freePort();

interface Told {
  readonly event: string;
  readonly data: string;
}

/**
 * A message for each scope, and one for none. NestJS 11 runs no global guard before messages and tells clients of ws of no
 * exception, so a host that wants both names them here.
 */
@WebSocketGateway(livePort, { path: '/live' })
@UseGuards(SignInGuard)
@UseFilters(TellingFilter)
export class LiveGateway implements OnGatewayConnection {
  handleConnection(): void {
    ran('READ live.connected');
  }

  @SubscribeMessage('read')
  read(): Told {
    return { event: 'answer', data: ran('READ live.read') };
  }

  @SubscribeMessage('mine')
  mine(@CurrentAccess() access: Access | undefined): Told {
    return { event: 'answer', data: access ? `${access.userId} ${access.effective ?? 'nothing'}` : 'a session' };
  }

  @SubscribeMessage('write')
  write(): Told {
    return { event: 'answer', data: ran('WRITE live.write') };
  }

  @SubscribeMessage('administer')
  administer(): Told {
    return { event: 'answer', data: ran('ADMIN live.administer') };
  }

  @SubscribeMessage('govern')
  govern(): Told {
    return { event: 'answer', data: ran('SYSTEM_ADMIN live.govern') };
  }

  @SubscribeMessage('clear')
  clear(): Told {
    return { event: 'answer', data: ran('CLOSED live.clear') };
  }
}
