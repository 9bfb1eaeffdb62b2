import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ask } from './hub-api.ts'
import type { HubAddress } from './hub-api.ts'
import { openStripeDouble } from './stripe/open.ts'
import type { OpenDouble } from './stripe/open.ts'

/** It opens nothing but the double, which answers this machine alone. */
export const PRACTICE_KEY = 'rk_test_practice0000000000000'
/** A hub that was started again has forgotten where the double is. */
const TELL_MS = 3_000

const readerList = z.object({ rows: z.array(z.unknown()) })
const portText = z.coerce.number().int().min(1).max(65_535)

/** What the depot pays through. */
export type Practice = { close: () => Promise<void> }

/**
 * Opens Stripe's double for the depot, tells the hub of it, again and again, and gives the desk two card readers. Links
 * that were handed out before a restart keep working: it takes the port that it had, if that is free.
 * @param dataDir the demo's folder
 */
export async function openPractice(hub: HubAddress, dataDir: string): Promise<Practice> {
  const dir = join(dataDir, 'practice-stripe')
  const double = await openOnSamePort(dir)
  const tell = () => ask(hub, 'POST', '/stripe/practice', { url: double.url, key: double.key })
  await tell()
  await seedReaders(hub)
  let isTelling = false
  const telling = setInterval(() => {
    if (isTelling) return
    isTelling = true
    // A hub that is away hears of it when it is back.
    void tell()
      .catch(() => undefined)
      .finally(() => (isTelling = false))
  }, TELL_MS)
  return {
    close: async () => {
      clearInterval(telling)
      await double.close()
    },
  }
}

async function openOnSamePort(dir: string): Promise<OpenDouble> {
  const file = join(dir, 'port')
  const before = existsSync(file) ? portText.safeParse(readFileSync(file, 'utf8')).data : undefined
  const open = (port: number) => openStripeDouble({ dir, port, key: PRACTICE_KEY })
  const double = await open(before ?? 0).catch(() => open(0))
  writeFileSync(file, String(double.port))
  return double
}

async function seedReaders(hub: HubAddress): Promise<void> {
  const known = readerList.parse(await ask(hub, 'GET', '/readers'))
  if (known.rows.length > 0) return
  for (const [label, registrationCode] of [
    ['Desk', 'simulated-wpe'],
    ['Booth', 'simulated-s700'],
  ])
    await ask(hub, 'POST', '/readers', { label, registrationCode })
}
