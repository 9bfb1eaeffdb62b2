import { expect, test } from 'vitest'
import { runtimeOf } from './runtime.ts'
import { tokenFileIn } from './token-file.ts'

test('the window names the Electron and the Chromium it runs on', () => {
  const agent =
    'Mozilla/5.0 AppleWebKit/537.36 laddplan/0.1.0 Chrome/148.0.7778.5 Electron/42.0.0 Safari/537.36'
  expect(runtimeOf(agent)).toEqual([
    { name: 'electron', version: '42.0.0' },
    { name: 'chromium', version: '148.0.7778.5' },
  ])
})

test('the token’s file is spelt as the data folder is', () => {
  expect(tokenFileIn('/var/lib/laddplan/')).toBe('/var/lib/laddplan/api-token')
  expect(tokenFileIn('C:\\Users\\Kim\\Laddplan')).toBe('C:\\Users\\Kim\\Laddplan\\api-token')
})
