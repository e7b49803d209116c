import { type ExecutionContext, HttpException } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { WsException } from '@nestjs/websockets';
import { describe, expect, it } from 'vitest';
import { loadWsException, refusalIn } from './refusal-in.js';

function call(type: string, ...args: readonly unknown[]): ExecutionContext {
  const context = new ExecutionContextHost([...args]);
  context.setType(type);
  return context;
}

const refusal = (status = 403) =>
  new HttpException({ statusCode: status, error: 'insufficient_scope', message: 'No.' }, status);

describe('a refusal', () => {
  it.each([
    ['http', { headers: {} }],
    ['rpc', {}],
  ])('stays as it is over %s', (type, first) => {
    const given = refusal();
    expect(refusalIn(call(type, first), given)).toBe(given);
    expect(given).not.toHaveProperty('extensions');
  });

  it.each([
    [400, 'BAD_REQUEST'],
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
    [503, 'SERVICE_UNAVAILABLE'],
    [418, 'FORBIDDEN'],
  ])('of status %i has the code %s in GraphQL, with the fields of its body', (status, code) => {
    const { extensions } = refusalIn(call('graphql', {}, {}, {}, {}), refusal(status)) as Error & {
      extensions: unknown;
    };
    expect(extensions).toEqual({ code, statusCode: status, error: 'insufficient_scope' });
  });

  it('is what a gateway throws, with the message it answers', async () => {
    await loadWsException();
    const thrown = refusalIn(call('ws', {}, 'data', 'notes.add'), refusal());
    expect(thrown).toBeInstanceOf(WsException);
    expect((thrown as WsException).getError()).toEqual({
      status: 'error',
      statusCode: 403,
      error: 'insufficient_scope',
      message: 'No.',
      cause: { pattern: 'notes.add' },
    });
  });
});
