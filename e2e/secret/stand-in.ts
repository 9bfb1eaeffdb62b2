import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStripeDouble } from '../../electron/demo/stripe/open.ts'

/** Something that stands in for Stripe, and knows one key. */
export interface StandIn {
  /** Has a console ask it instead of Stripe. */
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}

export async function standInFor(key: string): Promise<StandIn> {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-stand-in-'))
  const { url, close } = await openStripeDouble({ dir, port: 0, key })
  return {
    env: { LADDPLAN_STRIPE_STAND_IN: url },
    async close() {
      await close()
      rmSync(dir, { recursive: true })
    },
  }
}
