import { groupsOfAddress } from '../throttle/network.js';

/** One address or a network of them, from the least to the greatest, as {@link addressKeyOf} writes them. */
export interface AddressRange {
  readonly least: string;
  readonly most: string;
}

/**
 * An address as 32 hexadecimal digits, whatever its spelling; IPv4 as IPv6 has it (RFC 4291 §2.5.5.2). Keys sort as
 * addresses do. `null` for what is no address.
 */
export function addressKeyOf(address: string | null): string | null {
  const groups = address === null ? null : groupsOfAddress(address);
  return groups && groups.map((group) => group.padStart(4, '0')).join('');
}

/** What is asked for with `203.0.113.7`, `203.0.113.0/24`, `2001:db8::1` or `2001:db8::/32`; `null` for what is neither. */
export function addressRangeOf(text: string): AddressRange | null {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? [];
  const key = addressKeyOf(address);
  if (key === null) return null;
  const isIpv4 = !address.includes(':');
  const length = bits === undefined ? 128 : Number(bits) + (isIpv4 ? 96 : 0);
  if (length > 128) return null;
  const rest = (1n << BigInt(128 - length)) - 1n;
  const value = BigInt(`0x${key}`);
  return { least: hex(value & ~rest), most: hex(value | rest) };
}

const hex = (value: bigint): string => value.toString(16).padStart(32, '0');
