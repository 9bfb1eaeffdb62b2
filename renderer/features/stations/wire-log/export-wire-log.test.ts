import { expect, test } from 'vitest'
import { logFileName } from './export-wire-log.ts'

test('a log is saved under a name every file system takes', () => {
  const now = Date.UTC(2026, 10, 22, 23, 59)
  expect(logFileName('SE*ABC 1\u0000?', now, 'csv')).toBe('ocpp-SE_ABC_1_-2026-11-22.csv')
})
