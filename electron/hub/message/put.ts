import { dueMessages, type DueMessage, isNews } from '../../../shared/domain/message/due.ts'
import type { Message, MessageChannel } from '../../../shared/domain/message/message.ts'
import { mayBeSentFrom } from '../../../shared/domain/message/quiet-hours.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'
import { visitNow } from './facts.ts'
import { channelTo } from './letter.ts'
import { messageTermsOf } from './terms.ts'

/**
 * Writes down what a driver is to be told by now and wasn't, and takes back what was written down, was not tried yet and is no
 * longer so. @returns whether there is anything new to be sent
 */
export function putMessages(tx: Writes, visit: Visit): boolean {
  const channel = channelTo(visit)
  const known = tx.find('message', { visitId: visit.id })
  if (channel === null && known.length === 0) return false
  const all = dueMessages(visitNow(tx, visit).facts)
  const isDue = ({ template, occasion }: Message) =>
    all.some((due) => due.template === template && due.occasion === occasion)
  for (const message of known)
    if (message.state === 'waiting' && isUntried(message) && !isDue(message))
      tx.remove('message', message.id)
  if (channel === null) return false
  const terms = messageTermsOf(tx)
  const fresh = all.filter((due) => isNews(due, tx.now) && !terms.off.includes(due.template))
  const added = fresh.filter((due) => addMessage(tx, visit, due, channel))
  return added.length > 0
}

function isUntried({ attempts, rounds, doubts }: Message): boolean {
  return attempts === 0 && rounds === 0 && doubts === 0
}

/** @returns false where it is there already: nothing is told twice */
function addMessage(
  tx: Writes,
  visit: Visit,
  { template, occasion, at, settlesMs }: DueMessage,
  channel: MessageChannel,
): boolean {
  const { timeZone } = siteNow(tx)
  const from = Math.max(tx.now, at + settlesMs)
  const to = channel === 'email' ? visit.email : visit.phone
  return tx.insertOrIgnore('message', {
    ...{ id: tx.newId(), visitId: visit.id, template, occasion, channel, to },
    ...{ language: visit.language, state: 'waiting', attempts: 0, rounds: 0, doubts: 0 },
    nextAt: mayBeSentFrom(template, channel, from, timeZone),
    ...{ way: null, fault: null, said: '', sentAt: null },
    ...{ beganAt: tx.now, createdAt: tx.now, updatedAt: tx.now },
  })
}
