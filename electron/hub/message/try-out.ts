import { randomUUID } from 'node:crypto'
import type { Delivery } from '../../../shared/domain/message/delivery.ts'
import type { MessageChannel, MessageWay } from '../../../shared/domain/message/message.ts'
import { dialled, smsText } from '../../../shared/domain/message/sms.ts'
import type { VisitLanguage } from '../../../shared/domain/visit/visit.ts'
import { siteNow } from '../site/site-now.ts'
import { messageTermsOf } from './terms.ts'
import type { Letter } from './transport.ts'
import { openWays, wayOf, type WaysParts } from './ways.ts'

export interface TryOut {
  readonly actor: string
  readonly channel: MessageChannel
  readonly to: string
  readonly language: VisitLanguage
}

const WORDS: Readonly<Record<VisitLanguage, (site: string) => { subject: string; text: string }>> =
  {
    en: (site) => ({
      subject: `Test from ${site}`,
      text: `${site}: this is a test. Messages to drivers get here.`,
    }),
    sv: (site) => ({
      subject: `Prov från ${site}`,
      text: `${site}: det här är ett prov. Meddelanden till förare kommer fram.`,
    }),
  }

/** Sends a message that means nothing by the terms as they are kept; it stands in no outbox, but in the journal. */
export async function tryOut(
  parts: WaysParts,
  { actor, channel, to, language }: TryOut,
): Promise<Delivery> {
  const { letter, way } = await parts.store.work(actor, (tx) => {
    const terms = messageTermsOf(tx)
    const { subject, text } = WORDS[language](siteNow(tx).name)
    const isSms = channel === 'sms'
    const made: Letter = {
      ...{ name: randomUUID(), channel, createdAt: tx.now },
      to: isSms ? dialled(to, terms.countryCode) : to,
      subject: isSms ? '' : subject,
      text: isSms ? smsText(text) : text,
    }
    const leaves: MessageWay = wayOf(terms, { channel })
    const after = { channel, way: leaves }
    tx.journal({ act: 'message.test', noun: 'messageTerms', nounId: terms.id, after })
    return { letter: made, way: leaves }
  })
  const ways = openWays(parts)
  try {
    return await ways.send(way, letter)
  } finally {
    ways.close()
  }
}
