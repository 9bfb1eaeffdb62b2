import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doorPath, isTokenShaped } from './path.ts'

const token = 'A1-_'.repeat(12)

test('the page’s own addresses are known by their shape', () => {
  const known = [
    ['/', { of: 'home' }],
    ['/garage', { of: 'site' }],
    ['/garage/', { of: 'site' }],
    ['/garage/7H2K9Q', { of: 'site' }],
    ['/garage/7h2k9q', { of: 'site' }],
    ['/garage/back', { of: 'site' }],
    [`/b/${token}`, { of: 'visit', token }],
    [`/r/${token}`, { of: 'receipt', token }],
    ['/api/visits', { of: 'call', path: '/visits' }],
    ['/api/visit/leave-line', { of: 'call', path: '/visit/leave-line' }],
    ['/assets/page-B1x_2.js', { of: 'file', name: 'assets/page-B1x_2.js' }],
    ['/manifest.webmanifest', { of: 'file', name: 'manifest.webmanifest' }],
    ['/icon-192.png', { of: 'file', name: 'icon-192.png' }],
    ['/robots.txt', { of: 'robots' }],
  ] as const
  for (const [path, of] of known) expect([path, doorPath(path, 'garage')]).toEqual([path, of])
})

test('nothing else is', () => {
  const unknown = [
    ...['', '//', '/garage//', '/Garage', '/garage/7H2K9', '/other'],
    ...['/garage/7H2K9Q/', '/garage/back/x', '/garage/7H2K9QX', '/garage/ILOU00', '/b', '/b/'],
    ...[
      `/b/${token}/`,
      `/b/${token}.js`,
      `/b/${'a'.repeat(101)}`,
      '/r',
      '/api',
      '/api/',
      '/assets',
    ],
    ...['/../etc/passwd', '/assets/../index.html', '/assets/..', '/assets/%2e%2e/x', '/assets/.x'],
    ...[
      '/..',
      '/.',
      '/.env',
      '/assets/a.js%00',
      '/assets\\..\\x',
      'http://a/garage',
      '*',
      '/b/a b',
    ],
    ...['/garage?x', '/garage#x', '/garage;x', '/garage\r\n', '/b/a\r\nx', '/api/../x', '/api/%2e'],
  ]
  for (const path of unknown) expect([path, doorPath(path, 'garage')]).toEqual([path, null])
})

test('whatever is asked for, the name of a file has no way up in it', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'/.%\\-_ab1:?#\0\r\n') })
  fc.assert(
    fc.property(letters, fc.constantFrom('/', '/assets/', '/api/'), (rest, before) => {
      const asked = doorPath(before + rest, 'garage')
      const name = asked?.of === 'file' ? asked.name : asked?.of === 'call' ? asked.path : ''
      expect(name).not.toMatch(/\.\.|[%\\\0\r\n:]/)
    }),
  )
})

test('a token is 48 letters of base64url', () => {
  expect(isTokenShaped(token)).toBe(true)
  for (const text of ['', token.slice(1), `${token}A`, `${token.slice(1)}=`, `${token.slice(1)}\n`])
    expect(isTokenShaped(text)).toBe(false)
})
