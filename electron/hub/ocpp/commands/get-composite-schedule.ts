import { readTimestamp } from '../../../../shared/domain/ocpp/timestamp.ts'
import type { CompositeSchedule, Happened } from '../../charger-event.ts'
import type { OutboundReply } from '../rpc/actions.ts'
import type { CommandKind } from './command-kind.ts'

/**
 * OCPP 1.6 §5.7. `Accepted`: with the limits that all its profiles come to together; `Rejected`: it can't tell, or has no
 * such connector.
 */
export function getCompositeSchedule(happened: Happened): CommandKind<'GetCompositeSchedule'> {
  return {
    action: 'GetCompositeSchedule',
    answered(tx, { stationId, request: { connectorId }, reply }) {
      const schedule = scheduleOf(reply)
      happened(tx, { kind: 'compositeScheduleAnswered', stationId, connectorId, schedule })
    },
    failed(tx, { stationId, request: { connectorId } }) {
      happened(tx, { kind: 'compositeScheduleAnswered', stationId, connectorId, schedule: null })
    },
  }
}

function scheduleOf(reply: OutboundReply<'GetCompositeSchedule'>): CompositeSchedule | null {
  const { status, scheduleStart, chargingSchedule } = reply
  if (status !== 'Accepted' || chargingSchedule === undefined) return null
  // Some tell the start only inside the schedule.
  const start = scheduleStart ?? chargingSchedule.startSchedule
  return {
    startsAt: start === undefined ? null : (readTimestamp(start)?.at ?? null),
    durationS: chargingSchedule.duration ?? null,
    unit: chargingSchedule.chargingRateUnit,
    periods: chargingSchedule.chargingSchedulePeriod.map(
      ({ startPeriod, limit, numberPhases }) => ({
        startS: startPeriod,
        limit,
        numberPhases: numberPhases ?? null,
      }),
    ),
  }
}
