import { existsSync } from 'node:fs'
import type { Store } from '../store/store.ts'
import { keepSecret } from './secret-file.ts'

/** The secret under which the chargers' keys and the users' PINs are hashed is gone, and with it all that could check them. */
export class HubSecretLost extends Error {
  override name = 'HubSecretLost'
}

/**
 * Reads the hub's secret, making it for a new site. A site whose secret was lost gets another only when that is
 * asked for, and with it every key is revoked: none of them would ever fit again.
 * @throws HubSecretLost
 */
export async function keepHubSecret(file: string, store: Store, replace: boolean): Promise<string> {
  if (!existsSync(file)) await giveUpKeys(file, store, replace)
  return keepSecret(file)
}

async function giveUpKeys(file: string, store: Store, replace: boolean): Promise<void> {
  const keys = await store.reads.find('credential', { revokedAt: null })
  const pins = (await store.reads.find('userPin', {})).filter(({ hash }) => hash !== '')
  if (keys.length === 0 && pins.length === 0) return
  if (!replace)
    throw new HubSecretLost(
      `${file} is missing, and without it no charger's key and nobody's PIN can be checked. Restore it from a backup. If it is lost, start once with --new-hub-secret: that revokes every key and takes away every PIN. Each charger then needs a new key, and each user a new PIN, which the API sets.`,
    )
  await store.work('hub', (tx) => {
    for (const { id } of keys) tx.update('credential', id, { revokedAt: tx.now })
    for (const { id } of pins) tx.update('userPin', id, { hash: '', changedAt: tx.now })
    for (const { id } of tx.find('site', {}))
      tx.journal({
        act: 'site.newHubSecret',
        noun: 'site',
        nounId: id,
        after: { revoked: keys.length, pinsTaken: pins.length },
      })
  })
}
