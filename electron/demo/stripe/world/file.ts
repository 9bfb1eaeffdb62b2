import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Store } from '../engine.ts'
import { KEY_LIFE_MS } from '../http/idempotency.ts'
import { EVENT_LIFE_MS } from './tell.ts'
import type { Account, World } from './world.ts'

/** Our own plain data: only the marks of its shape are checked. */
const world = z.object({ tables: z.record(z.string(), z.object({})), agenda: z.array(z.unknown()) })
const kept = z.custom<Account>(
  (value) =>
    z
      .object({
        id: z.string(),
        version: z.literal(1),
        shiftMs: z.number(),
        test: world,
        live: world,
      })
      .safeParse(value).success,
)

/** Whatever takes longer to write is written more seldom: it rests this many times as long. */
const FAST_MS = 10
const REST = 4

/**
 * Keeps an account in a folder, whole or not at all; what can't be read is none. A change is on disk
 * before it is answered, unless the account has grown so big, and changes so fast, that the disk would
 * do nothing else: then several changes wait for each other.
 */
export function fileStore(folder: string, clock: () => number): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'stripe-double.json')
  let restsUntil = 0
  let waiting: Account | null = null
  let timer: NodeJS.Timeout | null = null
  const write = (account: Account) => {
    const startedAt = performance.now()
    waiting = null
    for (const each of [account.test, account.live]) forget(each, clock() + account.shiftMs)
    writeWhole(file, JSON.stringify(account))
    const endedAt = performance.now()
    const tookMs = endedAt - startedAt
    restsUntil = tookMs > FAST_MS ? endedAt + tookMs * REST : endedAt
  }
  const flush = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (waiting !== null) write(waiting)
  }
  return {
    load: () => {
      try {
        return kept.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return null
      }
    },
    save: (account) => {
      waiting = account
      const restMs = restsUntil - performance.now()
      if (restMs <= 0) flush()
      else timer ??= setTimeout(flush, restMs)
    },
    flush,
  }
}

/** What nobody can ask for any more need not be kept. */
function forget({ tables, told, kept: answers }: World, now: number): void {
  const since = (now - EVENT_LIFE_MS) / 1000
  const gone = told.findIndex((id) => (tables.event[id]?.created ?? 0) >= since)
  for (const id of told.splice(0, Math.max(0, gone))) delete tables.event[id]
  for (const [key, { at }] of Object.entries(answers)) {
    if (now - at >= KEY_LIFE_MS) delete answers[key]
  }
}

function writeWhole(file: string, text: string): void {
  const handle = openSync(`${file}.new`, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${file}.new`, file)
}
