import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { networkOf } from './ip.ts'

/** The widest network of proxies, bits: 10.0.0.0/8 and fc00::/7 are the widest private ones. */
const LEAST_BITS = 7

/**
 * How the driver's page is laid open: `off` not at all; `lan` to the local network, without TLS; `proxy` behind a reverse
 * proxy that has the certificate; `tls` with a certificate of its own.
 */
export const exposure = z.enum(['off', 'lan', 'proxy', 'tls'])
export type Exposure = z.infer<typeof exposure>

/** An address of a proxy, or a network of them. A network that half the world is in is nobody’s to believe. */
const proxyAddress = z
  .string()
  .trim()
  .max(50)
  .refine(
    (text) => networkOf(text) !== null,
    'Give an IP address such as 192.168.1.10, or a network such as 10.0.0.0/24.',
  )
  .refine(
    (text) => (networkOf(text)?.bits ?? LEAST_BITS) >= LEAST_BITS,
    `That network is too wide. Give one of /${LEAST_BITS} or narrower.`,
  )

/** What people may change of the door. */
export const driverDoorWords = z.strictObject({
  exposure,
  port: z.int().min(0).max(65_535).describe('That it listens on; 0 for one that is free'),
  slug: z
    .string()
    .trim()
    .regex(
      /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/,
      'Give 1 to 40 small letters, digits and hyphens, such as north-garage.',
    )
    .refine((slug) => !takenSlugs.has(slug), 'That word is one of the page’s own. Choose another.')
    .describe('The site’s own word in its address'),
  publicUrl: z
    .literal('')
    .or(
      z
        .url({ protocol: /^https$/ })
        .max(200)
        .refine(isOrigin, 'Give the address without a path, such as https://charge.example.com.'),
    )
    .describe('Where phones reach it behind a proxy or with a certificate: https, without a path'),
  trustedProxies: z.array(proxyAddress).max(20).describe('Only these are believed whom they serve'),
  certFile: z
    .string()
    .trim()
    .max(1_000)
    .describe('The certificate and its chain, PEM, on this machine'),
  keyFile: z.string().trim().max(1_000).describe('Its private key, PEM, on this machine'),
})
export type DriverDoorWords = z.infer<typeof driverDoorWords>

/** The first words of the page's own addresses. */
const takenSlugs: ReadonlySet<string> = new Set(['api', 'assets', 'b', 'r'])

/** How the driver's page is laid open, one row. */
export const driverDoor = z.object({
  id: z.literal('driverDoor'),
  ...driverDoorWords.shape,
  updatedAt: instant,
})
export type DriverDoor = z.infer<typeof driverDoor>

/** What a site begins with: nobody gets in. */
export const firstDriverDoor: DriverDoorWords = {
  exposure: 'off',
  port: 9_222,
  slug: 'charge',
  publicUrl: '',
  trustedProxies: [],
  certFile: '',
  keyFile: '',
}

/**
 * What keeps the door from opening: the port is taken, its address isn't there; of the certificate and its key, a file
 * can't be read, is none, doesn't belong to the other, or is out of date; no public address or no proxy was named.
 */
export const doorFault = z.enum([
  'portTaken',
  'noSuchAddress',
  'certUnreadable',
  'keyUnreadable',
  'certBad',
  'keyBad',
  'keyOfAnother',
  'certExpired',
  'noPublicUrl',
  'noProxy',
])
export type DoorFault = z.infer<typeof doorFault>

/** How the door stands. */
export const doorState = z.object({
  state: z.enum(['closed', 'open', 'failed']),
  fault: doorFault.nullable(),
  urls: z.array(z.string()).describe('Where phones reach the site’s page, the best first'),
  listensAt: z.string().nullable().describe('Host and port on this machine'),
  certUntil: instant.nullable().describe('When its certificate ends'),
  watched: z.int().describe('How many phones follow it live'),
  turnedAway: z.int().describe('Requests that came too fast, since it was opened'),
})
export type DoorState = z.infer<typeof doorState>

function isOrigin(url: string): boolean {
  return /^https:\/\/[^/?#@\s]+$/.test(url)
}
