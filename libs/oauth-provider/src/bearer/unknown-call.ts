const isBearer = /^bearer(\s|$)/i;

/**
 * Whether a call of a kind that is not known shows a token, where gRPC, NATS, Kafka, RabbitMQ and HTTP-like transports
 * keep what goes along with a message.
 */
export function showsBearer(args: readonly unknown[]): boolean {
  return args.some((arg) => headersOf(arg).some((value) => isBearer.test(String(value))));
}

type Bag = Readonly<Record<string, unknown>> & { get?(name: string): unknown };

function headersOf(arg: unknown): readonly unknown[] {
  if (typeof arg !== 'object' || arg === null) return [];
  const call = arg as Partial<Record<'getHeaders' | 'getMessage' | 'getMetadata', () => unknown>> & Bag;
  const message = bagIn(attempt(call, 'getMessage'));
  const bags = [call, call.headers, attempt(call, 'getHeaders'), attempt(call, 'getMetadata'), message?.headers];
  const properties = bagIn(message?.properties);
  return [...bags, properties?.headers].flatMap(authorizationIn);
}

const bagIn = (value: unknown): Bag | undefined =>
  typeof value === 'object' && value !== null ? (value as Bag) : undefined;

const attempt = (call: Bag, method: string): unknown => {
  const own = call[method];
  return typeof own === 'function' ? (own.call(call) as unknown) : undefined;
};

/** However it is spelled: some transports keep names as they were sent. */
const names = ['authorization', 'Authorization', 'AUTHORIZATION'];

function authorizationIn(value: unknown): readonly unknown[] {
  const bag = bagIn(value);
  if (!bag) return [];
  const got = typeof bag.get === 'function' ? names.map((name) => bag.get?.(name)) : [];
  return [...names.map((name) => bag[name]), ...got].flat();
}
