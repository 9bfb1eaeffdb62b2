import { expect, test } from 'vitest'
import { isTrustedFrame } from './trusted-frame.ts'

test('only our own page may speak to the shell', () => {
  expect(isTrustedFrame({ url: 'app://laddplan/index.html#/stations', parent: null })).toBe(true)
})

test.each([
  null,
  { url: 'app://laddplan/', parent: {} },
  { url: 'app://laddplan.example.com/', parent: null },
  { url: 'https://laddplan/', parent: null },
  { url: 'about:blank', parent: null },
  { url: '', parent: null },
])('%j may not', (frame) => {
  expect(isTrustedFrame(frame)).toBe(false)
})
