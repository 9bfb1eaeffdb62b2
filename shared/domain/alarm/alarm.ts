import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/**
 * What may need a hand. `bookingConflict`: a car stands where another is booked by now; `overstay`: a car is still
 * there after its departure; `promiseShort`: a car won't get the energy it was promised. `profileRefused`: a charger takes no limit however it is told; `profileIgnored`: it takes
 * them and draws more. `holdNearlyUsed`: a stay has come near what is held on its driver’s card. `reportNotWritten`: files
 * that are to be written by themselves can't be.
 */
export const alarmKind = z.enum([
  'connectorFaulted',
  'stationOffline',
  'duplicateConnection',
  'clockSuspect',
  'storeReadOnly',
  'diskLow',
  'badMessages',
  'bookingConflict',
  'overstay',
  'promiseShort',
  'profileRefused',
  'profileIgnored',
  'holdNearlyUsed',
  'reportNotWritten',
])
export type AlarmKind = z.infer<typeof alarmKind>

/** Something that needs a hand until it is cleared, by itself or by a person. */
export const alarm = z.object({
  id,
  kind: alarmKind,
  stationId: id.nullable(),
  connectorId: z.int().nullable(),
  detail: z.string().describe('What the charger or the machine said, inert'),
  raisedAt: instant,
  clearedAt: instant.nullable(),
})
export type Alarm = z.infer<typeof alarm>
