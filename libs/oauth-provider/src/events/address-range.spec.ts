import { describe, expect, it } from 'vitest';
import { addressKeyOf, addressRangeOf } from './address-range.js';

const isIn = (network: string, address: string): boolean => {
  const range = addressRangeOf(network);
  const key = addressKeyOf(address);
  return range !== null && key !== null && range.least <= key && key <= range.most;
};

describe('addresses', () => {
  it('have one key, however they are spelled', () => {
    const spellings = [
      '203.0.113.7',
      '::ffff:203.0.113.7',
      '::ffff:cb00:7107',
      '[::FFFF:203.0.113.7]:443',
      '203.0.113.7:80',
    ];
    expect(new Set(spellings.map(addressKeyOf))).toEqual(new Set(['00000000000000000000ffffcb007107']));
    expect(addressKeyOf('2001:DB8::1')).toBe('20010db8000000000000000000000001');
  });

  it.each(['', 'wiki', '203.0.113', '203.0.113.256', '2001:db8::1::2', ':', '10.0.0.0/8'])('have none: %s', (text) => {
    expect(addressKeyOf(text)).toBeNull();
  });

  it('lie in a network to its very edges', () => {
    for (const inside of ['203.0.113.0', '203.0.113.255', '::ffff:203.0.113.9'])
      expect(isIn('203.0.113.0/24', inside)).toBe(true);
    for (const outside of ['203.0.112.255', '203.0.114.0', '2001:db8::1'])
      expect(isIn('203.0.113.0/24', outside)).toBe(false);
    expect(isIn('203.0.113.9/31', '203.0.113.8')).toBe(true);
    expect(isIn('203.0.113.9/31', '203.0.113.10')).toBe(false);
    expect(isIn('2001:db8::/32', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff')).toBe(true);
    expect(isIn('2001:db8::/32', '2001:db9::')).toBe(false);
    expect(isIn('0.0.0.0/0', '255.255.255.255')).toBe(true);
    expect(isIn('0.0.0.0/0', '2001:db8::')).toBe(false);
    expect(isIn('::/0', '203.0.113.7')).toBe(true);
  });

  it('are themselves alone without a length', () => {
    expect(isIn('203.0.113.7', '203.0.113.7')).toBe(true);
    expect(isIn('203.0.113.7', '203.0.113.8')).toBe(false);
  });

  it.each(['203.0.113.0/33', '2001:db8::/129', '203.0.113.0/', '/24', '203.0.113.0/24/8', '203.0.113.0/-1', 'net/8'])(
    'are none: %s',
    (text) => {
      expect(addressRangeOf(text)).toBeNull();
    },
  );
});
