import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  scrypt,
  type ScryptOptions,
} from 'node:crypto'

/** What scrypt is made to work (RFC 7914, §2): 128 · n · r bytes, n · r · p mixing steps. */
export interface Cost {
  readonly n: number
  readonly r: number
  readonly p: number
}

/** A text sealed under a passphrase, as it lies in a file: the bytes in base64. */
export interface Sealed extends Cost {
  readonly salt: string
  readonly iv: string
  readonly tag: string
  readonly text: string
}

/** OWASP's "Password Storage Cheat Sheet" for scrypt: 128 MiB and about half a second for each guess. */
export const usualCost: Cost = { n: 2 ** 17, r: 8, p: 1 }
/** What a file may ask for at most: a damaged one shall not take all of the machine's memory. */
const costliest: Cost = { n: 2 ** 19, r: 16, p: 4 }

const KEY_BYTES = 32
/** The length of a GCM nonce and of its tag (NIST SP 800-38D, §5.2). */
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals a text: scrypt makes the key, AES-256-GCM the seal. It takes a thread of Node's pool, not this one.
 * @param name bound into the seal, so that one secret is never taken for another
 */
export async function sealUnder(
  passphrase: string,
  name: string,
  text: string,
  cost: Cost = usualCost,
): Promise<Sealed> {
  const salt = randomBytes(16)
  const iv = randomBytes(IV_BYTES)
  const key = await keyOf(passphrase, salt, cost)
  try {
    const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    cipher.setAAD(Buffer.from(name))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return {
      ...cost,
      salt: salt.toString('base64'),
      iv: iv.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
      text: sealed.toString('base64'),
    }
  } finally {
    key.fill(0)
  }
}

/** Opens what `sealUnder` sealed; null under another passphrase or name, or when a byte has changed. */
export async function openUnder(
  passphrase: string,
  name: string,
  sealed: Sealed,
): Promise<string | null> {
  const key = await keyOf(passphrase, Buffer.from(sealed.salt, 'base64'), sealed)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(name))
    decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'))
    const text = Buffer.concat([
      decipher.update(Buffer.from(sealed.text, 'base64')),
      decipher.final(),
    ])
    return text.toString('utf8')
  } catch {
    return null
  } finally {
    key.fill(0)
  }
}

/** Whether a value read from a file is a seal that this machine can be asked to open. */
export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false
  const { n, r, p, salt, iv, tag, text } = Object.fromEntries(Object.entries(value))
  return (
    isCost(n, costliest.n) &&
    n > 1 &&
    Number.isInteger(Math.log2(n)) &&
    isCost(r, costliest.r) &&
    isCost(p, costliest.p) &&
    [salt, iv, tag, text].every((part) => typeof part === 'string')
  )
}

function isCost(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
}

function keyOf(passphrase: string, salt: Buffer, { n, r, p }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 128 * n * r + 128 * r * p + 1_048_576 }
  return new Promise((resolve, reject) =>
    // The same words typed on another keyboard are the same passphrase.
    scrypt(passphrase.normalize('NFC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}
