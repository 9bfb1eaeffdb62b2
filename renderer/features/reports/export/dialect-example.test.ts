import { expect, it } from 'vitest'
import { dialectExample } from './dialect-example.ts'

it('shows what the dialects differ in: the time, the decimal sign and what stands between', () => {
  expect(dialectExample('rfc4180', 'Europe/Stockholm')).toBe(
    '2026-03-02T18:05:09+01:00,18.204,120.50',
  )
  expect(dialectExample('excel-sv', 'Europe/Stockholm')).toBe(
    '2026-03-02 18:05:09;UTC+01:00;18,204;120,50',
  )
})
