import { z } from 'zod'
import { candidate, connectionAttempt, pairing } from '../domain/adoption/adoption.ts'
import { id } from '../domain/id/id.ts'
import { station, stationWords } from '../domain/station/station.ts'
import { procedure } from './refusal.ts'
import { issuedKey } from './station.ts'

const tags = ['adoption']

/**
 * How an adopted charger is to prove itself from now on: `newKey` a key made here (and, if wished, set on the
 * charger), `keepOwn` the password it already sends, `none` nothing (opt-in).
 */
export const adoptionKey = z.enum(['newKey', 'keepOwn', 'none'])

export const adoptionContract = {
  pairing: procedure
    .route({ method: 'GET', path: '/pairing', tags, summary: 'Whether pairing is open' })
    .output(pairing),
  openPairing: procedure
    .route({
      method: 'POST',
      path: '/pairing/open',
      tags,
      summary: 'Let unknown chargers in to wait, for 15 minutes',
    })
    .output(pairing),
  closePairing: procedure
    .route({
      method: 'POST',
      path: '/pairing/close',
      tags,
      summary: 'Close pairing; chargers still waiting are disconnected',
    })
    .output(pairing),
  candidates: procedure
    .route({
      method: 'GET',
      path: '/candidates',
      tags,
      summary: 'Chargers that wait to be adopted',
    })
    .output(z.object({ rows: z.array(candidate) })),
  adopt: procedure
    .route({
      method: 'POST',
      path: '/candidates/{id}/adopt',
      tags,
      summary: 'Make a waiting charger a station of the site',
    })
    .errors({
      CANDIDATE_GONE: {
        status: 409,
        message: 'That charger is no longer waiting. Let it connect again.',
      },
      CANDIDATE_HAS_NO_PASSWORD: {
        status: 409,
        message: 'That charger sends no password to keep. Make it a new key.',
      },
      STATION_ID_TAKEN: {
        status: 409,
        message: 'A station with that charge point id exists already. Retire that one first.',
        data: z.object({ stationId: id }),
      },
    })
    .input(
      z.strictObject({
        id,
        name: stationWords.shape.name.optional(),
        zone: stationWords.shape.zone.default(''),
        key: adoptionKey.default('newKey'),
        setOnCharger: z
          .boolean()
          .default(true)
          .describe(
            'Send the new key by ChangeConfiguration(AuthorizationKey). Until the charger has taken it, but for a day at most, the password it came with works too.',
          ),
      }),
    )
    .output(z.object({ station, key: issuedKey, commandId: id.nullable() })),
  refuse: procedure
    .route({
      method: 'POST',
      path: '/candidates/{id}/refuse',
      tags,
      summary: 'Turn a waiting charger away',
    })
    .input(z.strictObject({ id }))
    .output(candidate),
  attempts: procedure
    .route({
      method: 'GET',
      path: '/connection-attempts',
      tags,
      summary: 'Who tried to connect and was refused',
    })
    .output(z.object({ rows: z.array(connectionAttempt) })),
  clearAttempts: procedure
    .route({ method: 'POST', path: '/connection-attempts/clear', tags, summary: 'Empty that list' })
    .output(z.object({ cleared: z.int() })),
}
