import { expect, test } from 'vitest'
import { driverDoorWords, firstDriverDoor } from './driver-door.ts'

const takes = (words: Record<string, unknown>) =>
  driverDoorWords.safeParse({ ...firstDriverDoor, ...words }).success

test('proxies are addresses and networks that aren’t half the world', () => {
  const proxies = ['192.168.1.10', '10.0.0.0/8', 'fc00::/7', '2001:db8::1', ' 10.0.0.1 ']
  expect(takes({ trustedProxies: proxies })).toBe(true)
  for (const proxy of ['', 'proxy', '999.1.1.1', '1.2.3.4/33', '0.0.0.0/0', '::/0', '128.0.0.0/1'])
    expect([proxy, takes({ trustedProxies: [proxy] })]).toEqual([proxy, false])
})

test('the site’s word is none of the page’s own, and has no letter that an address would change', () => {
  for (const slug of ['charge', 'north-garage', '7', 'a'.repeat(40)])
    expect([slug, takes({ slug })]).toEqual([slug, true])
  for (const slug of [
    '',
    'api',
    'assets',
    'b',
    'r',
    'Å',
    'a b',
    '-a',
    'a-',
    'A',
    'a/b',
    'a.b',
    '..',
  ])
    expect([slug, takes({ slug })]).toEqual([slug, false])
})

test('the public address is an origin by https', () => {
  for (const publicUrl of ['', 'https://charge.example.com', 'https://charge.example.com:8443'])
    expect([publicUrl, takes({ publicUrl })]).toEqual([publicUrl, true])
  const wrong = [
    'http://a.example',
    'https://a.example/',
    'https://u@a.example',
    'https://a.example?x',
  ]
  for (const publicUrl of wrong)
    expect([publicUrl, takes({ publicUrl })]).toEqual([publicUrl, false])
})
