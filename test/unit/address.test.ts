import type { IncomingMessage } from 'node:http'
import { addressOf, networkOf } from '../../src/platform/load/address.ts'

const asked = (told?: string) =>
  ({ socket: { remoteAddress: '10.0.0.1' }, headers: { 'x-forwarded-for': told } }) as unknown as IncomingMessage

it.each([
  [0, '203.0.113.7', '10.0.0.1'],
  [1, '203.0.113.7', '203.0.113.7'],
  [1, '198.51.100.9, 203.0.113.7', '203.0.113.7'],
  [2, '198.51.100.9,  203.0.113.7', '198.51.100.9'],
  [2, '203.0.113.7', '203.0.113.7'],
  [1, undefined, '10.0.0.1'],
])('with %s proxies before us, of "%s" the address is %s', (proxies, told, address) => {
  expect(addressOf(asked(told), proxies)).toBe(address)
})

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:51234', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:0::/56'],
  ['2001:db8:1:2ff::9', '2001:db8:1:200::/56'],
  ['2001:db8:1:200:ffff:ffff:ffff:ffff', '2001:db8:1:200::/56'],
  ['2001:db8:1:300::9', '2001:db8:1:300::/56'],
  ['2001:0DB8:0001:02aa::9', '2001:db8:1:200::/56'],
  ['[2001:db8:1:2ff::9]:443', '2001:db8:1:200::/56'],
  ['2001:db8::9', '2001:db8:0:0::/56'],
  ['fe80::1%eth0', 'fe80:0:0:0::/56'],
  ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/56'],
  ['::1', '0:0:0:0::/56'],
  ['unknown', 'unknown'],
  ['', ''],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
