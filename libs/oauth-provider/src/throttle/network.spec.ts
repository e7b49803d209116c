import { describe, expect, it } from 'vitest';
import { networkOf } from './network.js';

describe('the network an address counts for', () => {
  it.each([
    ['192.0.2.7', '::ffff:192.0.2.7', '::FFFF:192.0.2.7', '::ffff:c000:207', '0:0:0:0:0:ffff:c000:0207'],
    ['192.0.2.7', '192.000.002.007', '192.0.2.7:51234', ' 192.0.2.7 ', '0000:0000:0000:0000:0000:ffff:192.0.2.7'],
    ['192.0.2.7', '64:ff9b::192.0.2.7', '[::ffff:192.0.2.7]:443', '::ffff:192.000.002.007%eth0'],
    [
      '2001:db8:0:1::1',
      '2001:DB8:0:1::1',
      '2001:0db8:0000:0001:0000:0000:0000:0001',
      '[2001:db8:0:1::1]:443',
      '[2001:db8:0:1::1]',
    ],
    ['fe80::1', 'fe80::1%eth0', 'FE80::1%25en1', 'fe80:0::0.0.0.1'],
    ['203.99.2.7', '::ffff:203.99.2.7', '::ffff:cb63:207'],
  ])('P21 is the same for every spelling: %s', (...spellings) => {
    expect(new Set(spellings.map(networkOf)).size).toBe(1);
    expect(networkOf(spellings[0])).not.toBe('unknown');
  });

  it('P21 is one for the 64 bits that a site is given, and another for the next site', () => {
    expect(networkOf('2001:db8:0:1:ffff:ffff:ffff:ffff')).toBe(networkOf('2001:db8:0:1::'));
    expect(networkOf('2001:db8:0:2::1')).not.toBe(networkOf('2001:db8:0:1::1'));
    expect(networkOf('2001:db8:1:11::1')).not.toBe(networkOf('2001:db8:11:1::1'));
    expect(networkOf('192.0.2.8')).not.toBe(networkOf('192.0.2.7'));
    expect(networkOf('64:ff9b::192.0.2.8')).not.toBe(networkOf('64:ff9b::192.0.2.7'));
  });

  it.each([
    null,
    undefined,
    '',
    'unknown',
    '_hidden',
    '1.2.3',
    '1.2.3.4x',
    'x1.2.3.4',
    '1.2.3.4.5',
    '256.0.0.1',
    '1:2:3',
    '::1::2',
    'x[::1]',
    '[::1]x',
    '[::1]:x',
    'x'.repeat(64),
  ])('P21 is one for all that is no address: %s', (address) => {
    expect(networkOf(address)).toBe('unknown');
  });
});
