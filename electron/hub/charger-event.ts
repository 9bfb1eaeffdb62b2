import type {
  ChargingProfilePurpose,
  ChargingRateUnit,
} from '../../shared/domain/charging-profile/charging-profile.ts'
import type { ConnectorStatus } from '../../shared/domain/connector/connector.ts'
import type { Id } from '../../shared/domain/id/id.ts'
import type { IdToken } from '../../shared/domain/id-token/id-token.ts'
import type { Transaction } from '../../shared/domain/transaction/transaction.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Writes } from './store/writes.ts'

/**
 * What a charger's message came to, told within the unit that stores it; `ocpp/` tells it, `hub.ts` hands it to the
 * rooms that care. The same may be told again, late, or in another order than it happened.
 */
export type ChargerEvent =
  | {
      readonly kind: 'transactionStarted'
      /** As it now is; one whose stop came first is finished. */
      readonly transaction: Transaction
      /** What the site knows of its id token. */
      readonly token: IdToken | undefined
      /** False when the charger only says it again. */
      readonly isNew: boolean
    }
  | { readonly kind: 'transactionStopped'; readonly transaction: Transaction }
  | {
      readonly kind: 'connectorStatus'
      readonly stationId: Id
      readonly connectorId: number
      readonly before: ConnectorStatus
      readonly status: ConnectorStatus
      readonly at: Instant
    }
  | {
      /** What a connector's status was once, told so late that it says nothing of the present. */
      readonly kind: 'statusReplayed'
      readonly stationId: Id
      readonly connectorId: number
      readonly status: ConnectorStatus
      readonly at: Instant
    }
  /** Meter values of a transaction that is finished. */
  | { readonly kind: 'lateValues'; readonly transaction: Transaction }
  | {
      readonly kind: 'reservationAnswered'
      readonly stationId: Id
      readonly reservationId: number
      /** The connector it was asked for. */
      readonly connectorId: number
      /** `lost`: the charger did not get to answer. */
      readonly answer: 'accepted' | 'refused' | 'lost'
    }
  | {
      readonly kind: 'chargingProfileAnswered'
      readonly stationId: Id
      /** The connector it was set on; 0 is the charger itself. */
      readonly connectorId: number
      readonly chargingProfileId: number
      readonly purpose: ChargingProfilePurpose
      /** `lost`: the charger did not get to answer, so it may have taken it or not. */
      readonly answer: 'accepted' | 'refused' | 'lost'
    }
  | {
      readonly kind: 'configurationAnswered'
      readonly stationId: Id
      /** Whether it was asked for all its keys. */
      readonly isWhole: boolean
      /** What it told is stored. `refused`: it tells nothing; `lost`: it did not get to answer. */
      readonly answer: 'accepted' | 'refused' | 'lost'
    }
  | {
      readonly kind: 'compositeScheduleAnswered'
      readonly stationId: Id
      readonly connectorId: number
      /** Null when the charger did not tell it. */
      readonly schedule: CompositeSchedule | null
    }

/** What a charger says that it will allow. */
export interface CompositeSchedule {
  /** From when it counts; null where the charger doesn't say. */
  readonly startsAt: Instant | null
  /** Seconds; null where the charger doesn't say. */
  readonly durationS: number | null
  readonly unit: ChargingRateUnit
  readonly periods: readonly {
    /** Seconds after the start. */
    readonly startS: number
    /** A on each phase, or W over all. */
    readonly limit: number
    /** Null where the charger doesn't say; then it is three. */
    readonly numberPhases: number | null
  }[]
}

export type Happened = (tx: Writes, event: ChargerEvent) => void
