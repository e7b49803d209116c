import { isIPv6 } from 'node:net';

/** Where IPv6 keeps addresses of IPv4: mapped (RFC 4291 §2.5.5.2) and translated (RFC 6052 §2.1). */
const mapped = ['0', '0', '0', '0', '0', 'ffff'];
const ofIpv4 = [mapped.join(':'), '64:ff9b:0:0:0:0'];

const dotted = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/;

const unknown = 'unknown';

/** Taking an address apart costs more than the rest of counting it, and few networks ask at a time. */
const recent = new Map<string, string>();
const mostRecent = 1000;

/**
 * The network that an address counts for: an IPv4 address, or the first 64 bits of an IPv6 address, since whoever has one
 * of those has them all. Every spelling of an address gives the same text; what is no address is one network, `unknown`.
 */
export function networkOf(address: string | null | undefined): string {
  const spelling = address ?? '';
  const known = recent.get(spelling);
  if (known !== undefined) return known;
  const network = networkIn(spelling);
  if (recent.size === mostRecent) recent.clear();
  recent.set(spelling, network);
  return network;
}

function networkIn(address: string): string {
  const groups = groupsOfAddress(address);
  if (!groups) return unknown;
  if (isMapped(groups)) return groups.slice(6).flatMap(bytesOfGroup).join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/**
 * The eight groups of an address in hexadecimal digits without leading zeros, IPv4 as IPv6 maps it. Every spelling of an
 * address gives the same groups; `null` for what is no address.
 */
export function groupsOfAddress(address: string): readonly string[] | null {
  const bare = bareAddress(address);
  const groups = groupsOf(bytesOf(bare) ? `::ffff:${bare}` : bare);
  return groups && isOfIpv4(groups) ? [...mapped, ...groups.slice(6)] : groups;
}

const isOfIpv4 = (groups: readonly string[]): boolean => ofIpv4.includes(groups.slice(0, 6).join(':'));
const isMapped = (groups: readonly string[]): boolean => groups.slice(0, 6).join(':') === mapped.join(':');

/** Without zone, brackets and port, which some proxies add. */
function bareAddress(address: string): string {
  const text = address.trim();
  const inBrackets = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');
  return inBrackets.replace(/%.*/, '');
}

function bytesOf(text: string): readonly number[] | null {
  const bytes = dotted.exec(text)?.slice(1).map(Number);
  return bytes?.every((byte) => byte < 256) ? bytes : null;
}

const bytesOfGroup = (group: string): readonly number[] => {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
};

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(text: string): readonly string[] | null {
  const plain = text.replace(/[\d.]+$/, (end) => inHex(end) ?? end);
  if (!isIPv6(plain)) return null;
  const [before = '', after = ''] = plain.split('::');
  const [head, tail] = [groupsIn(before), groupsIn(after)];
  const gap = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...gap, ...tail].map((group) => Number.parseInt(group, 16).toString(16));
}

const groupsIn = (part: string): readonly string[] => (part === '' ? [] : part.split(':'));

/** The dotted end that an IPv6 address may have, as two groups. */
function inHex(end: string): string | null {
  const bytes = bytesOf(end);
  if (!bytes) return null;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}
