import { chmod, mkdir, open, readdir, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Delivery } from '../../../shared/domain/message/delivery.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { Letter, Transport } from './transport.ts'

/** How long a written message is kept. */
const KEPT_MS = 30 * DAY

/** The files of this folder that are ours: when, and which message. */
const OURS = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z-[\w.-]+\.eml$/

/**
 * Writes messages into a folder instead of sending them, each a file that people and mail programs can read. A file is there
 * whole or not at all, and readable by the hub's own user only: it has the driver's link in it.
 */
export function folderTransport(dir: string, from: string): Transport {
  return {
    async send(letter) {
      const file = join(dir, fileName(letter))
      const draft = `${file}.new`
      try {
        await mkdir(dir, { recursive: true, mode: 0o700 })
        await chmod(dir, 0o700)
        const handle = await open(draft, 'w', 0o600)
        try {
          await handle.writeFile(written(letter, from))
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(draft, file)
        return { kind: 'sent', said: fileName(letter) }
      } catch (error) {
        await unlink(draft).catch(() => undefined)
        return refusedBy(error)
      }
    },
    close: () => undefined,
  }
}

/** The same for the same message: written twice it is there once. */
export function fileName({ name, createdAt }: Pick<Letter, 'name' | 'createdAt'>): string {
  const minute = new Date(createdAt).toISOString().slice(0, 16).replaceAll(/[-:]/g, '')
  return `${minute}Z-${name}.eml`
}

/** Takes away what has been there for long enough; what isn't ours stays. */
export async function forgetFiles(dir: string, now: Instant): Promise<void> {
  const names = await readdir(dir).catch(() => [])
  for (const name of names) {
    const [whole, year, month, day, hour, minute] = OURS.exec(name) ?? []
    if (whole === undefined) continue
    const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
    if (now - at > KEPT_MS) await unlink(join(dir, whole)).catch(() => undefined)
  }
}

/** As a letter (RFC 5322 with RFC 6532's plain UTF-8), but for what mail programs would need to be told of old ones. */
function written({ name, channel, to, subject, text, createdAt }: Letter, from: string): string {
  const headers = [
    `Date: ${new Date(createdAt).toUTCString().replace('GMT', '+0000')}`,
    `From: ${header(from)}`,
    channel === 'sms' ? `To: tel:${header(to)}` : `To: ${header(to)}`,
    ...(subject === '' ? [] : [`Subject: ${header(subject)}`]),
    `Message-ID: <${name}@outbox.invalid>`,
    `X-Laddplan-Channel: ${channel}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ]
  return `${headers.join('\r\n')}\r\n\r\n${text.replaceAll(/\r?\n/g, '\r\n')}\r\n`
}

/** A header's value in one line, whatever was in it. */
function header(value: string): string {
  return value.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

function refusedBy(error: unknown): Delivery {
  const { code, message } = Object(error)
  const isFull = code === 'ENOSPC' || code === 'EDQUOT'
  return {
    kind: 'notNow',
    fault: isFull ? 'diskFull' : 'folderRefused',
    said: String(message ?? error),
    of: 'server',
    mayHaveGone: false,
  }
}
