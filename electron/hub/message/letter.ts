import { dueMessages } from '../../../shared/domain/message/due.ts'
import type { Message, MessageChannel } from '../../../shared/domain/message/message.ts'
import { rendered } from '../../../shared/domain/message/render.ts'
import { dialled, smsText } from '../../../shared/domain/message/sms.ts'
import type { MessageWords } from '../../../shared/domain/message/template.ts'
import type { MessageTerms } from '../../../shared/domain/message/terms.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import type { Writes } from '../store/writes.ts'
import type { VisitNow } from './facts.ts'
import { wordsOfMessage } from './texts.ts'
import type { Letter } from './transport.ts'
import { type Linking, valuesOf } from './values.ts'

/** How a driver is written to; null where there is no way. */
export function channelTo({ email, phone }: Pick<Visit, 'email' | 'phone'>): MessageChannel | null {
  if (email !== '') return 'email'
  return phone === '' ? null : 'sms'
}

/** Whether a message is still so. */
export function isStillSo({ facts }: VisitNow, { template, occasion }: Message): boolean {
  return dueMessages(facts).some((due) => due.template === template && due.occasion === occasion)
}

/** What a message says as things are now. */
export function wordsNow(
  tx: Writes,
  now: VisitNow,
  message: Pick<Message, 'template' | 'occasion' | 'language' | 'channel'>,
  linking: Linking,
): MessageWords {
  const { template, language, channel } = message
  const words = wordsOfMessage(tx, template, language)
  const said = rendered(words, valuesOf(tx, now, message, linking))
  return channel === 'email' ? said : { subject: '', text: smsText(said.text) }
}

/** A message as it leaves. */
export function letterOf(
  { id, rounds, createdAt, channel }: Message,
  { to, words, terms }: { to: string; words: MessageWords; terms: MessageTerms },
): Letter {
  return {
    name: rounds === 0 ? id : `${id}.${rounds}`,
    ...{ channel, createdAt, ...words },
    to: channel === 'sms' ? dialled(to, terms.countryCode) : to,
  }
}
