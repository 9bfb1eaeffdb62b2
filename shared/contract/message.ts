import { z } from 'zod'
import { wordsFlaw } from '../domain/message/flaws.ts'
import { message, messageChannel, messageFault, messageState } from '../domain/message/message.ts'
import { messageText, messageTemplate, messageWords } from '../domain/message/template.ts'
import { messageTerms, messageTermsWords, termsFlaw } from '../domain/message/terms.ts'
import { id } from '../domain/id/id.ts'
import { visitLanguage } from '../domain/visit/visit.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const tags = ['messages']
const byId = z.strictObject({ id })

/** How messages leave, and whether there is a password; the password itself never comes back. */
const termsNow = z.object({
  terms: messageTerms,
  isPasswordSet: z.boolean(),
  folder: z.string().describe('Where the outbox’s files lie on the hub’s machine'),
})
export type MessageTermsNow = z.infer<typeof termsNow>

const whichText = { template: messageTemplate, language: visitLanguage }

export const messageContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/messages',
      tags,
      summary: 'What drivers were told, the latest first',
      description: 'For who may not attend to drivers, `to` is masked.',
    })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/^\d+~/),
        visitId: id.optional().describe('Only those of one visit'),
        state: messageState.optional(),
      }),
    )
    .output(page(message)),
  text: procedure
    .route({
      method: 'GET',
      path: '/messages/{id}/text',
      tags,
      summary: 'What a message says, without the driver’s link',
      description:
        'As it would be sent now: what has changed since it was sent is told as it is now.',
    })
    .input(byId)
    .output(messageWords),
  sendAgain: procedure
    .route({
      method: 'POST',
      path: '/messages/{id}/send-again',
      tags,
      summary: 'Send it once more',
    })
    .errors({
      MESSAGE_NOT_NOW: {
        status: 409,
        message: 'It isn’t so any more, it is on its way, or its driver can’t be written to.',
      },
    })
    .input(byId)
    .output(message),

  terms: procedure
    .route({ method: 'GET', path: '/message-terms', tags, summary: 'How messages leave' })
    .output(termsNow),
  setTerms: procedure
    .route({
      method: 'PATCH',
      path: '/message-terms',
      tags,
      summary: 'Change how messages leave',
      description:
        'A password is kept sealed and never told. Another `host`, `port`, `security` or `user` without a password forgets the one there is, so that it goes to nobody it wasn’t meant for.',
    })
    .errors({
      TERMS_REFUSED: {
        status: 409,
        message: 'That doesn’t go together. See `flaws`.',
        data: z.object({ flaws: z.array(termsFlaw) }),
      },
    })
    .input(
      messageTermsWords.partial().extend({
        password: z
          .string()
          .max(500)
          .nullable()
          .optional()
          .describe('Write-only; null forgets the one there is'),
      }),
    )
    .output(termsNow),
  test: procedure
    .route({
      method: 'POST',
      path: '/message-terms/test',
      tags,
      summary: 'Send a test message by the terms as they are kept',
    })
    .input(
      z.strictObject({
        channel: messageChannel.default('email'),
        to: z.string().trim().min(3).max(120),
        language: visitLanguage.default('en'),
      }),
    )
    .errors({ BAD_RECEIVER: { status: 400, message: 'That is no address, and no phone number.' } })
    .output(
      z.object({
        outcome: z.enum(['sent', 'refused', 'notNow']),
        fault: messageFault.nullable(),
        said: z.string().describe('The server’s own words; of a folder, the file'),
      }),
    ),

  texts: procedure
    .route({
      method: 'GET',
      path: '/message-texts',
      tags,
      summary: 'The words that stand in the place of the original ones',
    })
    .output(z.array(messageText)),
  setText: procedure
    .route({
      method: 'PUT',
      path: '/message-texts/{template}/{language}',
      tags,
      summary: 'Write a message in other words',
    })
    .errors({
      WORDS_REFUSED: {
        status: 409,
        message: 'Those words can’t be sent. See `flaws`.',
        data: z.object({ flaws: z.array(wordsFlaw) }),
      },
    })
    .input(z.strictObject({ ...whichText, ...messageWords.shape }))
    .output(messageText),
  restoreText: procedure
    .route({
      method: 'DELETE',
      path: '/message-texts/{template}/{language}',
      tags,
      summary: 'Go back to the original words',
    })
    .input(z.strictObject(whichText))
    .output(z.object({})),
}
