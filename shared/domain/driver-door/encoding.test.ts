import { expect, test } from 'vitest'
import { takenEncoding } from './encoding.ts'

test('br goes before gzip, and what is refused or not named isn’t taken', () => {
  const told = [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['BR ; q=1.0', 'br'],
    ['br;q=0.000', null],
    ['identity', null],
    ['*', null],
    ['', null],
    ['brotli, gzipped', null],
  ] as const
  for (const [header, encoding] of told)
    expect([header, takenEncoding(header)]).toEqual([header, encoding])
})
