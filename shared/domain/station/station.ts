import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { phaseRotation } from './phase-rotation.ts'

/**
 * A charge point's own id, as it stands (percent-decoded) in its connection URL.
 * OCPP-J 1.6 leaves it open; 48 characters is what ChargePointSerialNumber and 2.0.1's identity bear.
 */
export const chargePointId = z
  .string()
  .min(1)
  .max(48)
  .regex(/^\P{Cc}+$/u, 'Use 1 to 48 characters without control characters.')
export type ChargePointId = z.infer<typeof chargePointId>

/** How a station proves who it is: Basic authentication, or (opted in, with a warning) not at all. */
export const authentication = z.enum(['password', 'none'])
export type Authentication = z.infer<typeof authentication>

/** What a charger says of itself in BootNotification; hostile text is possible, so it is only ever shown inert. */
export const chargerIdentity = z.object({
  vendor: z.string().nullable(),
  model: z.string().nullable(),
  serialNumber: z.string().nullable(),
  firmwareVersion: z.string().nullable(),
  iccid: z.string().nullable(),
  imsi: z.string().nullable(),
  meterType: z.string().nullable(),
  meterSerialNumber: z.string().nullable(),
})
export type ChargerIdentity = z.infer<typeof chargerIdentity>

/** Whether the station's socket is open. `never` until it has connected once. */
export const connection = z.enum(['online', 'offline', 'never'])
export type Connection = z.infer<typeof connection>

/** What the station hangs on. */
export const wiring = z.strictObject({
  feederId: id.nullable().describe('Null: the site’s own connection'),
  phaseRotation: phaseRotation.describe('RST unless it was wired otherwise'),
})
export type Wiring = z.infer<typeof wiring>

/** A charging station that belongs to the site. */
export const station = z.object({
  id,
  chargePointId: z.string(),
  name: z.string(),
  zone: z.string().describe('Where on the site it stands; empty when not told'),
  note: z.string(),
  ...wiring.shape,
  authentication,
  ...chargerIdentity.shape,
  ocppVersion: z.string().nullable(),
  connection,
  connectionSince: instant.nullable().describe('Since when it is online or offline'),
  remoteAddress: z.string().nullable(),
  lastSeenAt: instant
    .nullable()
    .describe('The last frame or pong received, told some ten seconds later'),
  bootedAt: instant.nullable(),
  diagnosticsStatus: z.string().nullable(),
  firmwareStatus: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  retiredAt: instant.nullable().describe('Set when the station was taken out of the site'),
})
export type Station = z.infer<typeof station>

/** The words an operator gives a station. */
export const stationWords = z.strictObject({
  name: z.string().trim().min(1).max(60),
  zone: z.string().trim().max(60),
  note: z.string().max(2_000),
})

/** A password a station may be given: long enough to bear guessing, short enough for the key to hold. */
export const stationPassword = z
  .string()
  .min(16, 'Give a password of 16 to 40 characters.')
  .max(40, 'Give a password of 16 to 40 characters.')
