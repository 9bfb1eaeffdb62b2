import { z } from 'zod'
import { command, commandRequest } from '../domain/command/command.ts'
import { id } from '../domain/id/id.ts'
import { page, pageQuery, procedure } from './refusal.ts'

const tags = ['commands']

export const commandContract = {
  send: procedure
    .route({
      method: 'POST',
      path: '/stations/{stationId}/commands',
      tags,
      summary: 'Send the charger a command; answers with the charger’s own answer',
      description:
        'Waits up to waitMs for the charger. If it takes longer the command is returned as it then is (`requested` or `sent`); ask for it by id.',
    })
    .errors({
      STATION_OFFLINE: {
        status: 409,
        message: 'The charger is not connected. Try again when it is online.',
      },
      COMMANDS_WAITING: {
        status: 429,
        message: 'Too many commands wait for this charger already. Let it answer those first.',
      },
    })
    .input(
      z.strictObject({
        stationId: id,
        request: commandRequest,
        waitMs: z.int().min(0).max(120_000).default(35_000),
      }),
    )
    .output(command),
  get: procedure
    .route({ method: 'GET', path: '/commands/{id}', tags, summary: 'One command and how it went' })
    .input(z.strictObject({ id }))
    .output(command),
  list: procedure
    .route({ method: 'GET', path: '/commands', tags, summary: 'Commands, newest first' })
    .input(z.strictObject({ ...pageQuery, stationId: id.optional() }))
    .output(page(command)),
}
