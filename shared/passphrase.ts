/** Why a passphrase is not taken; `passphraseMissing`: one is needed, and none was given. */
export type PassphraseFlaw = 'passphraseMissing' | 'passphraseShort' | 'passphraseLong'

/** How long a passphrase is to be, in characters as a person counts them. */
export const SHORTEST_PASSPHRASE = 12
const LONGEST_PASSPHRASE = 256

/** What is wrong with a passphrase that a secret is to be sealed under; null when nothing is. */
export function passphraseFlaw(passphrase: string | null): PassphraseFlaw | null {
  const length = passphrase === null ? 0 : Array.from(passphrase).length
  if (length === 0) return 'passphraseMissing'
  if (length < SHORTEST_PASSPHRASE) return 'passphraseShort'
  return length > LONGEST_PASSPHRASE ? 'passphraseLong' : null
}
