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

/**
 * Keeps an account in a folder. A change is on disk before it is answered, whole or not at all; what
 * can't be read is none.
 */
export function fileStore(folder: string, clock: () => number): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'stripe-double.json')
  return {
    load: () => {
      try {
        return kept.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return null
      }
    },
    save: (account) => {
      const now = clock() + account.shiftMs
      for (const each of [account.test, account.live]) forget(each, now)
      write(`${file}.new`, JSON.stringify(account))
      renameSync(`${file}.new`, file)
    },
  }
}

/** What nobody can ask for any more need not be kept. */
function forget({ tables, told, kept: answers }: World, now: number): void {
  const since = (now - EVENT_LIFE_MS) / 1000
  const gone = told.findIndex((id) => (tables.event[id]?.created ?? 0) >= since)
  for (const id of told.splice(0, Math.max(0, gone))) delete tables.event[id]
  for (const [key, { at }] of Object.entries(answers)) {
    if (now - at >= 24 * 3_600_000) delete answers[key]
  }
}

function write(file: string, text: string): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
