import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import {
  authentication,
  chargePointId,
  station,
  stationPassword,
  stationWords,
  wiring,
} from '../domain/station/station.ts'
import { connector } from '../domain/connector/connector.ts'
import { equipment } from '../domain/connector/equipment.ts'
import { instant } from '../time/instant-schema.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const tags = ['stations']
const byId = z.strictObject({ id })

const taken = {
  STATION_ID_TAKEN: {
    status: 409,
    message:
      'Another station already has that charge point id. Give this one another, or open that station.',
    data: z.object({ stationId: id }),
  },
} as const

const noFeeder = {
  NO_SUCH_FEEDER: { status: 409, message: 'There is no feeder with that id. Choose another.' },
} as const

const retired = {
  STATION_RETIRED: {
    status: 409,
    message:
      'This station has been taken out of the site; only its history is left. Add it again to use it.',
  },
} as const

/** A station as it is created: the charge point id as configured in the charger, and how it proves itself. */
export const stationInput = z.strictObject({
  chargePointId,
  name: stationWords.shape.name.optional().describe('The charge point id when left out'),
  zone: stationWords.shape.zone.default(''),
  note: stationWords.shape.note.default(''),
  feederId: wiring.shape.feederId.optional(),
  phaseRotation: wiring.shape.phaseRotation.optional(),
  authentication: authentication.default('password'),
  password: stationPassword.optional().describe('Made by the hub and shown once when left out'),
})
export type StationInput = z.infer<typeof stationInput>

/** The key of a station, which can be read only in the answer that made it. */
export const issuedKey = z.object({
  password: z.string().nullable().describe('Null when the station needs none'),
  url: z.string().describe('What to enter in the charger, id included'),
})
export type IssuedKey = z.infer<typeof issuedKey>

/** One reading of a station's configuration, OCPP 1.6 GetConfiguration. */
export const configurationKey = z.object({
  key: z.string(),
  value: z
    .string()
    .nullable()
    .describe('Null when the charger told none; a write-only key never tells'),
  readonly: z.boolean(),
  readAt: instant,
})
export type ConfigurationKey = z.infer<typeof configurationKey>

export const stationContract = {
  list: procedure
    .route({ method: 'GET', path: '/stations', tags, summary: 'The stations, by charge point id' })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/~[^~]+$/),
        connection: z.enum(['online', 'offline', 'never']).optional(),
        chargePointId: z.string().max(255).optional(),
        retired: z.stringbool().or(z.boolean()).default(false),
      }),
    )
    .output(page(station)),
  get: procedure
    .route({
      method: 'GET',
      path: '/stations/{id}',
      tags,
      summary: 'One station and its connectors',
    })
    .input(byId)
    .output(z.object({ station, connectors: z.array(connector) })),
  create: procedure
    .route({
      method: 'POST',
      path: '/stations',
      tags,
      successStatus: 201,
      summary: 'Add a station beforehand',
    })
    .errors({ ...taken, ...noFeeder })
    .input(stationInput)
    .output(z.object({ station, key: issuedKey })),
  import: procedure
    .route({
      method: 'POST',
      path: '/stations/import',
      tags,
      summary: 'Add many stations at once: all of them or, when one is refused, none',
    })
    .errors({ ...taken, ...noFeeder })
    .input(z.strictObject({ stations: z.array(stationInput).min(1).max(20_000) }))
    .output(
      z.object({ created: z.array(z.object({ id, chargePointId: z.string(), key: issuedKey })) }),
    ),
  update: procedure
    .route({
      method: 'PATCH',
      path: '/stations/{id}',
      tags,
      summary: 'Change a station’s words or wiring',
    })
    .errors({ ...retired, ...noFeeder })
    .input(byId.extend({ ...stationWords.partial().shape, ...wiring.partial().shape }))
    .output(station),
  retire: procedure
    .route({
      method: 'POST',
      path: '/stations/{id}/retire',
      tags,
      summary: 'Take a station out of the site; its history stays, its socket is closed',
    })
    .errors({
      ...retired,
      STATION_CHARGING: {
        status: 409,
        message:
          'A transaction runs on this station. Stop it first; if its charger is gone for good, end it by hand.',
        data: z.object({ transactionId: id }),
      },
    })
    .input(byId)
    .output(station),
  rotateKey: procedure
    .route({
      method: 'POST',
      path: '/stations/{id}/key',
      tags,
      summary: 'Make a new key; the old one stops working at the next connection',
      description:
        'With setOnCharger the key is also sent by ChangeConfiguration(AuthorizationKey); the old key then works until the charger has accepted, and a station without a password stays so until then.',
    })
    .errors({
      ...retired,
      STATION_OFFLINE: {
        status: 409,
        message:
          'The charger is not connected, so the key can’t be set on it. Connect it, or enter the key by hand.',
      },
    })
    .input(
      byId.extend({
        password: stationPassword.optional(),
        setOnCharger: z.boolean().default(false),
      }),
    )
    .output(z.object({ key: issuedKey, commandId: id.nullable() })),
  revokeKey: procedure
    .route({
      method: 'POST',
      path: '/stations/{id}/revoke-key',
      tags,
      summary: 'Revoke every key of the station and close its socket',
    })
    .errors(retired)
    .input(byId)
    .output(station),
  setAuthentication: procedure
    .route({
      method: 'PUT',
      path: '/stations/{id}/authentication',
      tags,
      summary: 'Opt in to no password for this one station, or back',
      description:
        'Back to a password, the open socket is closed unless it came in with one of the station’s keys.',
    })
    .errors(retired)
    .input(byId.extend({ authentication }))
    .output(station),
  setEquipment: procedure
    .route({
      method: 'PUT',
      path: '/stations/{id}/connectors/{connectorId}/equipment',
      tags,
      summary: 'Say what a connector is: its plug, its kind of current, its power',
      description:
        'OCPP 1.6 chargers don’t tell. A connector of which the charger has not spoken yet is there from then on.',
    })
    .errors(retired)
    .input(
      byId.extend({ connectorId: z.coerce.number().int().min(1).max(1_000), ...equipment.shape }),
    )
    .output(connector),
  configuration: procedure
    .route({
      method: 'GET',
      path: '/stations/{id}/configuration',
      tags,
      summary: 'The configuration keys last read from the charger',
    })
    .input(byId)
    .output(z.object({ keys: z.array(configurationKey) })),
}
