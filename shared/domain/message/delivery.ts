import { DAY, HOUR, SECOND, type Instant } from '../../time/instant.ts'
import type { Message, MessageFault, MessageWay } from './message.ts'

/**
 * What came of handing a message over: `sent` with what was said to that; `refused` for good; `notNow` it may go later. `of` says whether that is about
 * this message or about the server, which then takes no other either; `mayHaveGone` that it was handed over whole, and
 * nobody said whether it was taken.
 */
export type Delivery =
  | { readonly kind: 'sent'; readonly said: string }
  | { readonly kind: 'refused'; readonly fault: MessageFault; readonly said: string }
  | {
      readonly kind: 'notNow'
      readonly fault: MessageFault
      readonly said: string
      readonly of: 'message' | 'server'
      readonly mayHaveGone: boolean
    }

/** Columns of a message that change. */
export type MessagePatch = Partial<Message>

/** For so long a message is tried; what it says is no news after that. */
const GIVE_UP_MS = DAY

const FIRST_WAIT_MS = 30 * SECOND
const LONGEST_WAIT_MS = HOUR

/** A message in doubt is sent once more, and no more: rather twice than never, and never again and again. */
const MOST_DOUBTS = 1

/** A message that is about to be handed over, on disk before it is. */
export function sending(
  { attempts }: Message,
  {
    to,
    channel,
    language,
    way,
    now,
  }: Pick<Message, 'to' | 'channel' | 'language'> & { way: MessageWay; now: Instant },
): MessagePatch {
  return {
    ...{ to, channel, language, way },
    state: 'sending',
    attempts: attempts + 1,
    updatedAt: now,
  }
}

/**
 * What came of it, taken in.
 * @param jitter 0 to 1, so that messages that failed together don't come again together
 */
export function delivered(
  message: Message,
  delivery: Delivery,
  { now, jitter }: { now: Instant; jitter: number },
): MessagePatch {
  switch (delivery.kind) {
    case 'sent':
      return { state: 'sent', fault: null, said: '', sentAt: now, updatedAt: now }
    case 'refused':
      return failed(delivery.fault, delivery.said, now)
    case 'notNow': {
      const { fault, said } = delivery
      const doubts = message.doubts + (delivery.mayHaveGone ? 1 : 0)
      const nextAt = now + waitMs(message.attempts, jitter)
      if (doubts > MOST_DOUBTS || nextAt - message.beganAt > GIVE_UP_MS)
        return { ...failed(fault, said, now), doubts }
      return { state: 'waiting', fault, said, doubts, nextAt, updatedAt: now }
    }
  }
}

/**
 * A message that was being handed over when the hub ended: it may have gone. It is sent once more under the same Message-ID,
 * which lets its receiver drop the double; a second time it is given up.
 */
export function interrupted({ doubts }: Message, now: Instant): MessagePatch {
  if (doubts >= MOST_DOUBTS) return { ...failed('unclear', '', now), doubts: doubts + 1 }
  return { state: 'waiting', doubts: doubts + 1, nextAt: now, updatedAt: now }
}

/** A message that a person has sent again, whatever came of it before. */
export function again({ rounds }: Message, now: Instant): MessagePatch {
  return {
    ...{ state: 'waiting', attempts: 0, doubts: 0, fault: null, said: '' },
    ...{ rounds: rounds + 1, nextAt: now, beganAt: now, updatedAt: now },
  }
}

/** A message that had to wait and is no longer so. */
export function skipped(now: Instant): MessagePatch {
  return { state: 'skipped', updatedAt: now }
}

/** Whether it has waited for so long that what it says is no news. */
export function isTooLate({ beganAt }: Message, now: Instant): boolean {
  return now - beganAt > GIVE_UP_MS
}

/** A message that waited for too long. @param server what kept it, where it was the server and it wasn't tried itself */
export function gaveUp(
  { fault, said }: Message,
  server: { readonly fault: MessageFault; readonly said: string },
  now: Instant,
): MessagePatch {
  return fault === null ? failed(server.fault, server.said, now) : failed(fault, said, now)
}

/** How long to wait after so many tries, ms: twice as long each time, between half of it and all of it. */
export function waitMs(attempts: number, jitter: number): number {
  const whole = Math.min(
    LONGEST_WAIT_MS,
    FIRST_WAIT_MS * 2 ** Math.min(12, Math.max(0, attempts - 1)),
  )
  return Math.round(whole / 2 + (whole / 2) * jitter)
}

function failed(fault: MessageFault, said: string, now: Instant): MessagePatch {
  return { state: 'failed', fault, said, updatedAt: now }
}
