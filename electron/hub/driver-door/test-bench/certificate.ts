import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto'

/** A certificate that signs for itself, and its key, both PEM. */
export interface OwnCertificate {
  readonly cert: string
  readonly key: string
}

/** Makes a certificate for `localhost` (X.509 v3, ECDSA on P-256), written out in DER. @param until epoch ms */
export function ownCertificate(until: number, from = Date.UTC(2020, 0, 1)): OwnCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
  const name = sequence(
    tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from('localhost')))),
  )
  const names = sequence(tagged(0x82, Buffer.from('localhost')))
  const alternativeNames = sequence(oid('551d11'), tagged(0x04, names))
  const told = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    name,
    sequence(time(from), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(alternativeNames)),
  )
  const signature = sign('sha256', told, privateKey)
  const bits = tagged(0x03, Buffer.concat([Buffer.from([0]), signature]))
  const der = sequence(told, ecdsaWithSha256, bits)
  return { cert: new X509Certificate(der).toString(), key: pemOf(privateKey) }
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'))
}

/** A small one, below 128. */
function integer(value: number): Buffer {
  return tagged(0x02, Buffer.from([value]))
}

/** To the second; before 2050 without the century (RFC 5280 §4.1.2.5). */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return Number(digits.slice(0, 4)) < 2050
    ? tagged(0x17, Buffer.from(digits.slice(2)))
    : tagged(0x18, Buffer.from(digits))
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
