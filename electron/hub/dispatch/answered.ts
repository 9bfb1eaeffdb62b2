import type { Command } from '../../../shared/domain/command/command.ts'
import { readCapability, type Capability } from '../../../shared/domain/dispatch/capability.ts'
import type { SentProfile } from '../../../shared/domain/dispatch/charging-control.ts'
import { confirms } from '../../../shared/domain/dispatch/cold-start.ts'
import { answered, powersTold } from '../../../shared/domain/dispatch/held.ts'
import { wattsOfTenth } from '../../../shared/domain/dispatch/limits.ts'
import { firstManner, nextManner, type Manner } from '../../../shared/domain/dispatch/manner.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { HOUR, SECOND } from '../../../shared/time/instant.ts'
import { clearAlarm, raiseAlarm } from '../alarm/raise.ts'
import type { ChargerEvent } from '../charger-event.ts'
import type { Writes } from '../store/writes.ts'
import { controlBook, type ControlBook } from './control-book.ts'

type ProfileAnswered = ChargerEvent & { kind: 'chargingProfileAnswered' }
type ScheduleAnswered = ChargerEvent & { kind: 'compositeScheduleAnswered' }
type ConfigurationAnswered = ChargerEvent & { kind: 'configurationAnswered' }

/** What a charger said to a profile. What it refused is tried in another manner, until none is left. */
export function profileAnswered(
  tx: Writes,
  { stationId, connectorId, purpose, answer }: ProfileAnswered,
): void {
  const book = controlBook(tx, stationId)
  const place = purpose === 'TxProfile' ? 'live' : 'standing'
  const row = book.of(stationId, connectorId)
  const { asked } = row[place]
  if (asked === null || asked.answer !== 'awaited') return
  const command = tx.get('command', asked.commandId)
  // Sent by hand, it is another's answer.
  if (command === undefined || command.endedAt === null) return
  const word = wordOf(command)
  const refused = { kind: 'profileRefused', stationId, connectorId: null } as const
  book.change(stationId, connectorId, { [place]: answered(row[place], answer, word, tx.now) })
  if (answer === 'accepted') {
    book.change(stationId, connectorId, { confirmedAt: tx.now })
    if (place === 'standing') clearAlarm(tx, refused)
  }
  if (answer !== 'refused') return
  const next = mannerAfterRefusal(book, stationId, asked)
  if (next !== null) return book.changeCharger(stationId, { manner: next })
  // What it took once it may take again, and its default holds meanwhile.
  const proven = provenManner(book, stationId)
  book.changeCharger(stationId, { manner: proven })
  book.change(stationId, connectorId, { reason: 'refused' })
  raiseAlarm(tx, refused, word ?? '')
}

/** Null when nothing is left to try. The manner as it is where it has been changed since this one was sent. */
function mannerAfterRefusal(
  book: ControlBook,
  stationId: Id,
  { stackLevel, unit }: SentProfile,
): Manner | null {
  const { manner, capability } = book.charger(stationId)
  if (manner === null || capability === null) return null
  if (manner.stackLevel !== stackLevel || manner.unit !== unit) return manner
  return nextManner(manner, capability)
}

/** The manner in which the charger holds something already. */
function provenManner(book: ControlBook, stationId: Id): Manner | null {
  const { capability } = book.charger(stationId)
  const [held] = book.all().flatMap(({ standing }) => standing.held ?? [])
  if (held === undefined || capability === null) return null
  const { stackLevel, unit } = held
  return { stackLevel, unit, maxPeriods: capability.maxPeriods, isOther: true }
}

/** The charger's own word: its status, the code of its error, or why there is none. */
function wordOf({ answer, failure }: Command): string | null {
  if (typeof answer === 'object' && answer !== null) {
    if ('status' in answer && typeof answer.status === 'string') return answer.status
    if ('code' in answer && typeof answer.code === 'string') return answer.code
  }
  return failure
}

/** What a charger says that it will allow: where that is what it was told, it holds it; else it is told again. */
export function scheduleAnswered(
  tx: Writes,
  { stationId, connectorId, schedule }: ScheduleAnswered,
): void {
  const book = controlBook(tx, stationId)
  const { standing } = book.of(stationId, connectorId)
  const { held } = standing
  if (held === null) return
  const [running] = tx.find('transaction', { stationId, connectorId, state: 'active' })
  // Then it tells of the live profile as well, which is set anew in any case.
  if (running !== undefined) return
  const voltageV = tx.find('site', {})[0]?.voltageV ?? 230
  const terms = { phases: held.numberPhases, voltageV }
  const from = schedule?.startsAt ?? tx.now
  const powers = (schedule?.periods ?? []).map(({ startS, limit, numberPhases }) => {
    const phases = Math.min(numberPhases ?? held.numberPhases, held.numberPhases)
    const w = schedule?.unit === 'W' ? limit : limit * voltageV * phases
    return [from + startS * SECOND, w] as const
  })
  const until = from + (schedule?.durationS ?? HOUR / SECOND) * SECOND
  const ampereW = wattsOfTenth('A', terms) * 10
  if (confirms(powersTold(held, terms), { powers, until }, ampereW))
    book.change(stationId, connectorId, { confirmedAt: tx.now })
  else {
    const asked: SentProfile = { ...held, answer: 'refused', word: null, answeredAt: tx.now }
    book.change(stationId, connectorId, { standing: { held: null, asked } })
  }
}

/** What a charger can: as its configuration tells, or guessed low where it doesn't answer the question. */
export function configurationAnswered(
  tx: Writes,
  { stationId, isWhole, answer }: ConfigurationAnswered,
): void {
  if (answer === 'lost') return
  const book = controlBook(tx, stationId)
  const before = book.charger(stationId)
  // A few keys that somebody has asked for don't say what the others are.
  if (!isWhole && before.capability === null) return
  const capability = readCapability(tx.find('configurationKey', { stationId }), tx.now)
  const isSame = before.capability !== null && sameCapability(before.capability, capability)
  const firmware = tx.get('station', stationId)?.firmwareVersion ?? null
  const manner = isSame ? before.manner : null
  book.changeCharger(stationId, { capability, firmware, manner })
  if (manner === null) tryAgain(tx, book, stationId)
}

function isDc(tx: Writes, stationId: Id): boolean {
  return tx.find('connector', { stationId }).some(({ powerType }) => powerType === 'DC')
}

/** What was refused may be taken now; where nothing was taken, all is tried from the beginning. */
export function tryAgain(tx: Writes, book: ControlBook, stationId: Id): void {
  const { capability, manner } = book.charger(stationId)
  if (capability !== null && manner === null)
    book.changeCharger(stationId, { manner: firstManner(capability, isDc(tx, stationId)) })
  for (const { connectorId, reason, standing, live } of book.all())
    if (reason === 'refused')
      book.change(stationId, connectorId, {
        reason: null,
        standing: { ...standing, asked: null },
        live: { ...live, asked: null },
      })
}

function sameCapability(a: Capability, b: Capability): boolean {
  return JSON.stringify({ ...a, readAt: 0 }) === JSON.stringify({ ...b, readAt: 0 })
}
