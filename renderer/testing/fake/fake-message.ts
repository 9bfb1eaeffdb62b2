import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { wordsFlaws } from '../../../shared/domain/message/flaws.ts'
import type { Message } from '../../../shared/domain/message/message.ts'
import { originalTexts } from '../../../shared/domain/message/original-texts.ts'
import { rendered } from '../../../shared/domain/message/render.ts'
import { sampleValues } from '../../../shared/domain/message/sample.ts'
import { type MessageText, messageTextId } from '../../../shared/domain/message/template.ts'
import {
  firstMessageTerms,
  type MessageTerms,
  termsFlaws,
} from '../../../shared/domain/message/terms.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { type FakeStore, newId, only } from './fake-store.ts'

/** What drivers are told, in memory: nothing leaves. `fails` as a receiver is refused, to see how that is told. */
export function fakeDriverMessages(store: FakeStore) {
  const on = implement(contract).message
  let terms: MessageTerms = { id: 'messageTerms', ...firstMessageTerms, updatedAt: Date.now() }
  let isPasswordSet = false
  const texts = new Map<string, MessageText>()
  const rows = store.rows.booking.length === 0 ? [] : sampleMessages(Date.now())
  const termsNow = () => ({
    terms,
    isPasswordSet,
    folder: '/home/kim/.local/share/laddplan/outbox',
  })
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  return {
    message: {
      list: on.list.handler(({ input: { state, visitId } }) => ({
        rows: rows.filter(
          (row) =>
            (state === undefined || row.state === state) &&
            (visitId === undefined || row.visitId === visitId),
        ),
        next: null,
      })),
      text: on.text.handler(({ input: { id }, errors }) => {
        const message = rows.find((row) => row.id === id)
        if (message === undefined) throw errors.NOT_FOUND(missing('message', id))
        const { template, language } = message
        const site = only(store.rows.site)
        const values = sampleValues({
          ...{ site: site.name, currency: site.currency, timeZone: site.timeZone },
          ...{ language, now: Date.now() },
        })
        const words =
          texts.get(messageTextId(template, language)) ?? originalTexts[language][template]
        return rendered(words, { ...values, link: null, receiptLink: null })
      }),
      sendAgain: on.sendAgain.handler(({ input: { id }, errors }) => {
        const at = rows.findIndex((row) => row.id === id)
        const message = rows[at]
        if (message === undefined) throw errors.NOT_FOUND(missing('message', id))
        if (message.state === 'skipped') throw errors.MESSAGE_NOT_NOW()
        const now = Date.now()
        const sent = { state: 'sent' as const, fault: null, said: '', sentAt: now, updatedAt: now }
        return (rows[at] = { ...message, ...sent })
      }),
      terms: on.terms.handler(termsNow),
      setTerms: on.setTerms.handler(({ input: { password, ...words }, errors }) => {
        const given = Object.entries(words).filter(([, value]) => value !== undefined)
        const next = { ...terms, ...Object.fromEntries(given), updatedAt: Date.now() }
        const flaws = termsFlaws(next)
        if (flaws.length > 0) throw errors.TERMS_REFUSED({ data: { flaws } })
        if (password !== undefined) isPasswordSet = (password ?? '') !== ''
        else if (next.host !== terms.host) isPasswordSet = false
        terms = next
        return termsNow()
      }),
      test: on.test.handler(({ input: { to } }) => {
        if (terms.way === 'folder')
          return { outcome: 'sent', fault: null, said: '20261128T1412Z-0193.eml' }
        if (to.startsWith('fails'))
          return {
            outcome: 'refused',
            fault: 'receiverRefused',
            said: '550 5.1.1 No such user here',
          }
        if (!isPasswordSet && terms.user !== '')
          return {
            outcome: 'notNow',
            fault: 'wrongPassword',
            said: '535 5.7.8 Authentication failed',
          }
        return { outcome: 'sent', fault: null, said: '250 2.0.0 OK: queued as 4F2A1' }
      }),
      texts: on.texts.handler(() => [...texts.values()]),
      setText: on.setText.handler(({ input, errors }) => {
        const flaws = wordsFlaws(input.template, input)
        if (flaws.length > 0) throw errors.WORDS_REFUSED({ data: { flaws } })
        const text = {
          ...input,
          id: messageTextId(input.template, input.language),
          updatedAt: Date.now(),
        }
        texts.set(text.id, text)
        return text
      }),
      restoreText: on.restoreText.handler(({ input: { template, language } }) => {
        texts.delete(messageTextId(template, language))
        return {}
      }),
    },
  }
}

/** One of each kind of fate. */
function sampleMessages(now: number): Message[] {
  const message = (ago: number, words: Partial<Message>): Message => ({
    ...{ id: newId(), visitId: newId(), template: 'confirmed', occasion: '', language: 'sv' },
    ...{ channel: 'email', to: 'kim.andersson@example.com', state: 'sent', attempts: 1 },
    ...{ rounds: 0, doubts: 0, nextAt: now - ago, way: 'smtp', fault: null, said: '' },
    ...{ beganAt: now - ago, sentAt: now - ago + MINUTE / 4 },
    ...{ createdAt: now - ago, updatedAt: now - ago },
    ...words,
  })
  const unsent = { sentAt: null } as const
  return [
    message(MINUTE, { ...unsent, template: 'ready', state: 'sending', attempts: 1 }),
    message(4 * MINUTE, {
      ...unsent,
      ...{ template: 'idleFeeSoon', state: 'waiting', attempts: 3, nextAt: now + 6 * MINUTE },
      ...{ fault: 'certUntrusted', said: 'self-signed certificate in certificate chain' },
    }),
    message(22 * MINUTE, {
      template: 'changed',
      channel: 'sms',
      to: '070-123 45 67',
      way: 'folder',
    }),
    message(41 * MINUTE, {
      ...unsent,
      ...{ state: 'failed', to: 'nobody@example.org', language: 'en', fault: 'receiverRefused' },
      said: '550 5.1.1 <nobody@example.org>: Recipient address rejected: User unknown',
    }),
    message(2 * HOUR, { template: 'receipt', to: 'sam@example.net', language: 'en' }),
    message(3 * HOUR, {
      ...unsent,
      ...{ template: 'placeFree', state: 'skipped', attempts: 2, fault: 'silent' },
      ...{ said: 'Timeout', channel: 'sms', to: '+46 70 765 43 21' },
    }),
    message(5 * HOUR, { template: 'payRest', doubts: 1, attempts: 2, fault: null }),
  ]
}
