import { expect, test } from 'vitest'
import { decodeFile } from './decode-file.ts'

test('a file is read as UTF-8, with or without a byte order mark', () => {
  expect(decodeFile(new TextEncoder().encode('Åkeri;7,4'))).toBe('Åkeri;7,4')
  expect(decodeFile(new TextEncoder().encode('\ufeffplate'))).toBe('plate')
})

test('what is no UTF-8 is read as Windows-1252', () => {
  expect(decodeFile(Uint8Array.of(0xc5, 0x6b, 0x65, 0x72, 0x69, 0x20, 0x80))).toBe('Åkeri €')
})

test('a byte order mark of UTF-16 is believed', () => {
  expect(decodeFile(Uint8Array.of(0xff, 0xfe, 0xc5, 0x00, 0x3b, 0x00))).toBe('Å;')
  expect(decodeFile(Uint8Array.of(0xfe, 0xff, 0x00, 0xc5))).toBe('Å')
})
