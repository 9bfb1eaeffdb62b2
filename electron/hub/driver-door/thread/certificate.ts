import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type {
  DoorFault,
  DriverDoorWords,
} from '../../../../shared/domain/driver-door/driver-door.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

export type CertificateFiles = Pick<DriverDoorWords, 'certFile' | 'keyFile'>

/** A certificate with its key, fit to be shown. */
export interface Certificate {
  /** With its chain, PEM. */
  readonly cert: Buffer
  /** PEM. */
  readonly key: Buffer
  readonly until: Instant
}

/** Reads a certificate and its key, and says what is wrong with them. */
export function readCertificate(
  { certFile, keyFile }: CertificateFiles,
  now: Instant,
): Certificate | { readonly fault: DoorFault } {
  const cert = fileAt(certFile)
  if (cert === null) return { fault: 'certUnreadable' }
  const key = fileAt(keyFile)
  if (key === null) return { fault: 'keyUnreadable' }
  const x509 = attempt(() => new X509Certificate(cert))
  if (x509 === null) return { fault: 'certBad' }
  const secret: KeyObject | null = attempt(() => createPrivateKey(key))
  if (secret === null) return { fault: 'keyBad' }
  if (!x509.checkPrivateKey(secret)) return { fault: 'keyOfAnother' }
  // The rest of the chain, and whether such a key is still taken by anybody.
  if (attempt(() => createSecureContext({ cert, key })) === null) return { fault: 'certBad' }
  const until = Date.parse(x509.validTo)
  return until <= now ? { fault: 'certExpired' } : { cert, key, until }
}

/** What changes when one of the files does; a file that isn't there has a mark too. */
export function markOf({ certFile, keyFile }: CertificateFiles): string {
  return [certFile, keyFile]
    .map((file) => attempt(() => statSync(file)))
    .map((stat) => (stat === null ? '-' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`))
    .join('|')
}

function fileAt(path: string): Buffer | null {
  return attempt(() => readFileSync(path))
}

function attempt<Value>(make: () => Value): Value | null {
  try {
    return make()
  } catch {
    return null
  }
}
