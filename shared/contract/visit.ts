import { z } from 'zod'
import { block, blockWords } from '../domain/visit/block.ts'
import { houseRules, houseRulesWords } from '../domain/visit/house-rules.ts'
import { placeCode } from '../domain/visit/site-view.ts'
import { visit } from '../domain/visit/visit.ts'
import { id } from '../domain/id/id.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const tags = ['visits']
const byId = z.strictObject({ id })

export const visitContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/visits',
      tags,
      summary: 'What drivers asked for, the latest first',
    })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/^\d+~/),
        isOpen: z
          .stringbool()
          .optional()
          .describe('Only those that are not over, or only the others'),
      }),
    )
    .output(page(visit)),
  get: procedure
    .route({ method: 'GET', path: '/visits/{id}', tags, summary: 'One visit' })
    .input(byId)
    .output(visit),
  link: procedure
    .route({
      method: 'POST',
      path: '/visits/{id}/link',
      tags,
      summary: 'The driver’s own link, to be handed to that driver alone',
    })
    .input(
      z.strictObject({
        id,
        renew: z
          .boolean()
          .default(false)
          .describe('Makes a new one; the old one opens nothing then'),
      }),
    )
    .output(z.object({ url: z.string().nullable().describe('Null while the page is closed') })),
  cancel: procedure
    .route({
      method: 'POST',
      path: '/visits/{id}/cancel',
      tags,
      summary: 'Take a visit back: its place is free again, and what was paid goes back',
    })
    .input(z.strictObject({ id, reason: z.string().trim().max(200).default('') }))
    .errors({
      NOT_NOW: { status: 409, message: 'It is over, or its car charges. Stop that first.' },
    })
    .output(visit),
  signs: procedure
    .route({
      method: 'GET',
      path: '/visit-signs',
      tags,
      summary: 'What stands on the signs of the site and of each connector',
    })
    .output(
      z.object({
        siteUrl: z.string().nullable().describe('Null while the page is closed'),
        places: z.array(
          z.object({
            stationId: id,
            connectorId: z.int(),
            name: z.string(),
            code: placeCode,
            url: z.string().nullable(),
          }),
        ),
      }),
    ),
  rules: procedure
    .route({
      method: 'GET',
      path: '/house-rules',
      tags,
      summary: 'What drivers may book by themselves',
    })
    .output(houseRules),
  setRules: procedure
    .route({ method: 'PATCH', path: '/house-rules', tags, summary: 'Change the house rules' })
    .input(houseRulesWords.partial())
    .output(houseRules),
  blocks: procedure
    .route({ method: 'GET', path: '/blocks', tags, summary: 'Who may not book from a phone' })
    .output(z.array(block)),
  block: procedure
    .route({
      method: 'POST',
      path: '/blocks',
      tags,
      successStatus: 201,
      summary: 'Let somebody not book from a phone',
    })
    .input(blockWords)
    .output(block),
  unblock: procedure
    .route({ method: 'DELETE', path: '/blocks/{id}', tags, summary: 'Let them book again' })
    .input(byId)
    .output(z.object({})),
}
