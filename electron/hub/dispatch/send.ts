import type { ChargingProfilePurpose } from '../../../shared/domain/charging-profile/charging-profile.ts'
import type { SentProfile } from '../../../shared/domain/dispatch/charging-control.ts'
import type { Manner } from '../../../shared/domain/dispatch/manner.ts'
import { profileOf } from '../../../shared/domain/dispatch/profile.ts'
import type { Steps } from '../../../shared/domain/dispatch/steps.ts'
import { countSent } from '../../../shared/domain/dispatch/worth-sending.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Chargers } from '../chargers.ts'
import { addCommand } from '../command/request.ts'
import type { Writes } from '../store/writes.ts'
import type { ControlBook } from './control-book.ts'

/** What dispatching asks of the chargers' sockets. */
export type ToldChargers = Pick<Chargers, 'isConnected' | 'wake'>

/** What dispatching works with in a unit. */
export interface Desk {
  readonly tx: Writes
  readonly chargers: ToldChargers
  readonly book: ControlBook
}

/** A profile to be sent. */
export interface Outgoing {
  readonly stationId: Id
  readonly connectorId: number
  readonly purpose: ChargingProfilePurpose
  readonly manner: Manner
  readonly numberPhases: number
  /** Tenths of the manner's unit. */
  readonly limits: Steps
  readonly until: Instant | null
  /** Only for a TxProfile. */
  readonly transaction?: Transaction
}

/** Asks the charger to take a profile, and writes down that it was asked. @returns whether it could be */
export function sendProfile({ tx, chargers, book }: Desk, outgoing: Outgoing): boolean {
  const { stationId, connectorId, purpose, manner, numberPhases, limits, until } = outgoing
  const { stackLevel, unit } = manner
  const { transaction } = outgoing
  const profile = profileOf({
    ...{ purpose, connectorId, stackLevel, unit, numberPhases, limits, until },
    ...(transaction === undefined ? {} : { transactionId: transaction.ocppTransactionId }),
  })
  const payload = { connectorId, csChargingProfiles: profile }
  const request = { action: 'SetChargingProfile', payload } as const
  const added = addCommand(tx, chargers, stationId, request, 'hub')
  if (added.kind !== 'requested') return false
  const asked: SentProfile = {
    commandId: added.command.id,
    transactionId: transaction?.id ?? null,
    ...{ stackLevel, unit, numberPhases, until },
    limits: limits.map(([from, limit]) => [from, limit]),
    sentAt: tx.now,
    answer: 'awaited',
    word: null,
    answeredAt: null,
  }
  const row = book.of(stationId, connectorId)
  const place = purpose === 'TxProfile' ? 'live' : 'standing'
  book.change(stationId, connectorId, { [place]: { ...row[place], asked } })
  book.changeCharger(stationId, countSent(book.charger(stationId), tx.now))
  return true
}
