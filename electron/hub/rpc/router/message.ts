import { implement } from '@orpc/server'
import { messageContract } from '../../../../shared/contract/message.ts'
import { emailText } from '../../../../shared/domain/visit/visit.ts'
import { phoneText } from '../../../../shared/domain/walk-up/walk-up.ts'
import { visitNow } from '../../message/facts.ts'
import { wordsNow } from '../../message/letter.ts'
import { listMessages, masked } from '../../message/list.ts'
import type { MessageKeeper } from '../../message/message-keeper.ts'
import { sendAgain } from '../../message/send.ts'
import { changeMessageTerms, messageTermsOf, smtpPasswordOf } from '../../message/terms.ts'
import { restoreText, writeText } from '../../message/texts.ts'
import type { Lookups } from '../../store/reads.ts'
import { holds } from '../../user/session-state.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(messageContract).$context<Caller>().use(everyCall)

/** What drivers are told, and how it leaves. */
export function messageRouter(
  { store, issuer: { hubSecret } }: Pick<RouterParts, 'store' | 'issuer'>,
  messages: MessageKeeper,
) {
  const termsNow = (lookups: Lookups) => ({
    terms: messageTermsOf(lookups),
    isPasswordSet: smtpPasswordOf(lookups, hubSecret) !== null,
    folder: messages.folder,
  })
  return {
    list: on.list.handler(async ({ input, context: { standing } }) => {
      const page = await listMessages(store.reads, input)
      if (holds(standing, 'attend')) return page
      return { ...page, rows: page.rows.map((row) => ({ ...row, to: masked(row.to) })) }
    }),

    text: on.text.handler(({ input: { id }, context, errors }) =>
      store.work(context.actor, (tx) => {
        const message = tx.get('message', id)
        const visit = message && tx.get('visit', message.visitId)
        if (message === undefined || visit === undefined)
          throw errors.NOT_FOUND({ data: { noun: 'message', id } })
        // Whoever reads it here is not whom the link is for.
        return wordsNow(tx, visitNow(tx, visit), message, { hubSecret, origin: null })
      }),
    ),

    sendAgain: on.sendAgain.handler(({ input: { id }, context, errors }) =>
      workOnce(store, context, 'message.sendAgain', { id }, (tx) => {
        const sent = sendAgain(tx, id)
        if (sent.kind === 'missing') throw errors.NOT_FOUND({ data: { noun: 'message', id } })
        if (sent.kind === 'notNow') throw errors.MESSAGE_NOT_NOW()
        return sent.message
      }),
    ),

    terms: on.terms.handler(({ context }) => store.work(context.actor, termsNow)),

    // Never kept as an answered call: not even a digest of a password is.
    setTerms: on.setTerms.handler(async ({ input, context, errors }) => {
      const now = await store.work(context.actor, (tx) => {
        const changed = changeMessageTerms(tx, hubSecret, input)
        if (changed.kind === 'refused')
          throw errors.TERMS_REFUSED({ data: { flaws: changed.flaws } })
        return termsNow(tx)
      })
      await messages.termsChanged()
      return now
    }),

    test: on.test.handler(async ({ input, context: { actor }, errors }) => {
      const { channel, to, language } = input
      const form = channel === 'email' ? emailText : phoneText
      if (!form.safeParse(to).success) throw errors.BAD_RECEIVER()
      const delivery = await messages.tryOut({ actor, channel, to, language })
      const { kind: outcome, said } = delivery
      return { outcome, said, fault: delivery.kind === 'sent' ? null : delivery.fault }
    }),

    texts: on.texts.handler(() => store.reads.find('messageText', {})),

    setText: on.setText.handler(({ input, context, errors }) =>
      workOnce(store, context, 'messageText.update', input, (tx) => {
        const written = writeText(tx, input)
        if (written.kind === 'refused')
          throw errors.WORDS_REFUSED({ data: { flaws: written.flaws } })
        return written.text
      }),
    ),

    restoreText: on.restoreText.handler(({ input: { template, language }, context }) =>
      store.work(context.actor, (tx) => {
        restoreText(tx, template, language)
        return {}
      }),
    ),
  }
}
