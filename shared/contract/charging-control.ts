import { z } from 'zod'
import { chargingControl } from '../domain/dispatch/charging-control.ts'
import { id } from '../domain/id/id.ts'
import { procedure } from './refusal.ts'

const tags = ['planning']

export const chargingControlContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/charging-control',
      tags,
      summary: 'How connectors are told what they may draw, and what their chargers said',
    })
    .input(z.strictObject({ stationId: id.optional() }))
    .output(z.object({ rows: z.array(chargingControl) })),
  sendAgain: procedure
    .route({
      method: 'POST',
      path: '/stations/{stationId}/charging-control/send-again',
      tags,
      summary: 'Send the charger all its limits again, those that it has refused included',
      description: 'They go out within some seconds; the rows tell what the charger said.',
    })
    .input(z.strictObject({ stationId: id }))
    .output(z.object({ rows: z.array(chargingControl) })),
}
