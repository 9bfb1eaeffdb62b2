import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Encoding } from '../../../../shared/domain/driver-door/encoding.ts'

/** Quick rather than small: it is done while the phone waits. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const GZIP = { level: 4 }

/** Presses what has just been made. */
export function press(text: string, encoding: Encoding): Buffer {
  return encoding === 'br' ? brotliCompressSync(text, BROTLI) : gzipSync(text, GZIP)
}
