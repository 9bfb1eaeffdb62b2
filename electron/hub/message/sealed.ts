import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Seals a text by AES-256-GCM, so that whoever has the database alone has nothing. @param purpose what it is, bound to it */
export function seal(hubSecret: string, purpose: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(hubSecret, purpose), nonce)
  cipher.setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed; null where it was under another secret or for another purpose, or was tampered with. */
export function unseal(hubSecret: string, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const cipher = createDecipheriv('aes-256-gcm', keyOf(hubSecret, purpose), nonce, {
    authTagLength: TAG_BYTES,
  })
  cipher.setAAD(Buffer.from(purpose))
  cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    const rest = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    return Buffer.concat([cipher.update(rest), cipher.final()]).toString('utf8')
  } catch {
    return null // only the tag's check fails so
  }
}

/** A key of its own for each purpose (RFC 5869), so that what hashes charger keys never encrypts. */
function keyOf(hubSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', hubSecret, '', `laddplan ${purpose}`, 32))
}
