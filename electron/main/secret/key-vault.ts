import { type Cost, isSealed, openUnder, sealUnder, type Sealed, usualCost } from './passphrase.ts'
import type { Keyring } from './keyring.ts'
import { readIfThere, removeWhole, writeWhole } from './sealed-file.ts'

/** What seals a secret: the operating system's keyring, or a passphrase that somebody knows. */
export type Seal = 'keyring' | 'passphrase'

/**
 * What lies in the vault. `label` is what it was kept with, to be read without opening it; null in a damaged file.
 * `unreadable` stays as it is: the keyring may be back tomorrow, and a damaged file in a backup.
 */
export type Found =
  | { readonly found: 'nothing' }
  | { readonly found: 'secret'; readonly secret: string; readonly seal: Seal }
  | { readonly found: 'locked'; readonly label: string }
  | { readonly found: 'unreadable'; readonly why: 'keyring' | 'damaged'; readonly label: string }

/** A secret of one name, sealed in a file. Nothing that fails here destroys what is kept. */
export interface KeyVault {
  /** Opens what the keyring sealed. @throws what the disk says */
  look(): Promise<Found>
  /** The secret, or why this passphrase doesn't open it. @throws what the disk says */
  unlock(
    passphrase: string,
  ): Promise<{ secret: string } | { code: 'wrongPassphrase' | 'notLocked' }>
  /** What a new secret would be sealed with. */
  seal(): Promise<Seal>
  /**
   * Seals a secret and has it on disk, in the place of the one before.
   * @param label kept beside it in the clear
   * @param passphrase heeded where there is no keyring
   * @throws what the disk or the keyring says
   */
  keep(secret: string, label: string, passphrase: string | null): Promise<Seal>
  /** @throws what the disk says */
  forget(): Promise<void>
}

/**
 * @param file where it lies, mode 0600, in a folder of its own
 * @param name of the secret; bound into the seal
 * @param cost of one guess at a passphrase
 */
export function keyVault(
  file: string,
  name: string,
  keyring: Keyring,
  cost: Cost = usualCost,
): KeyVault {
  const seal = async (): Promise<Seal> => ((await keyring.isSafe()) ? 'keyring' : 'passphrase')
  const keepByKeyring = async (secret: string, label: string): Promise<void> => {
    const sealed = (await keyring.seal(`${name}\n${secret}`)).toString('base64')
    await writeWhole(file, textOf({ version: 1, seal: 'keyring', label, sealed }))
  }
  const openByKeyring = async ({ label, sealed }: ByKeyring): Promise<Found> => {
    try {
      const { text, sealAgain } = await keyring.open(Buffer.from(sealed, 'base64'))
      if (!text.startsWith(`${name}\n`)) return { found: 'unreadable', why: 'damaged', label }
      const secret = text.slice(name.length + 1)
      // The keyring has a newer key; should it fail, the old seal still holds.
      if (sealAgain) await keepByKeyring(secret, label).catch(() => undefined)
      return { found: 'secret', secret, seal: 'keyring' }
    } catch {
      return { found: 'unreadable', why: 'keyring', label }
    }
  }
  return {
    seal,
    look: async () => {
      const text = await readIfThere(file)
      if (text === null) return { found: 'nothing' }
      const kept = keptOf(text)
      if (kept === null) return { found: 'unreadable', why: 'damaged', label: '' }
      if (kept.seal === 'passphrase') return { found: 'locked', label: kept.label }
      return openByKeyring(kept)
    },
    unlock: async (passphrase) => {
      const text = await readIfThere(file)
      const kept = text === null ? null : keptOf(text)
      if (kept?.seal !== 'passphrase') return { code: 'notLocked' }
      const secret = await openUnder(passphrase, name, kept.sealed)
      return secret === null ? { code: 'wrongPassphrase' } : { secret }
    },
    keep: async (secret, label, passphrase) => {
      if ((await seal()) === 'keyring') {
        await keepByKeyring(secret, label)
        return 'keyring'
      }
      if (passphrase === null) throw new Error('There is neither a keyring nor a passphrase.')
      const sealed = await sealUnder(passphrase, name, secret, cost)
      await writeWhole(file, textOf({ version: 1, seal: 'passphrase', label, sealed }))
      return 'passphrase'
    },
    forget: () => removeWhole(file),
  }
}

interface ByKeyring {
  readonly version: 1
  readonly seal: 'keyring'
  readonly label: string
  /** In base64. */
  readonly sealed: string
}

interface ByPassphrase {
  readonly version: 1
  readonly seal: 'passphrase'
  readonly label: string
  readonly sealed: Sealed
}

function textOf(kept: ByKeyring | ByPassphrase): string {
  return `${JSON.stringify(kept)}\n`
}

/** Null when it is not what a vault writes. */
function keptOf(text: string): ByKeyring | ByPassphrase | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const { version, seal, label, sealed } = Object.fromEntries<unknown>(Object.entries(value))
    if (version !== 1 || typeof label !== 'string') return null
    if (seal === 'keyring' && typeof sealed === 'string') return { version, seal, label, sealed }
    if (seal === 'passphrase' && isSealed(sealed)) return { version, seal, label, sealed }
    return null
  } catch {
    return null
  }
}
