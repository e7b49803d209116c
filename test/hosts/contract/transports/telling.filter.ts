import { type ArgumentsHost, Catch, HttpException } from '@nestjs/common';
import { type BaseWsExceptionFilter, WsException } from '@nestjs/websockets';

interface LiveClient {
  send(text: string): void;
  emit(event: string, data: unknown): void;
  disconnect?(): void;
}

/** Tells clients of ws and of socket.io alike what went wrong. */
@Catch(WsException, HttpException)
export class TellingFilter implements Pick<BaseWsExceptionFilter, 'catch'> {
  catch(exception: WsException | HttpException, host: ArgumentsHost): void {
    const client = host.switchToWs().getClient<LiveClient>();
    const data = exception instanceof WsException ? exception.getError() : exception.getResponse();
    if (client.disconnect) client.emit('exception', data);
    else client.send(JSON.stringify({ event: 'exception', data }));
  }
}
