import type { LiveRows } from '../../../shared/contract/live.ts'
import {
  newControl,
  type ControlReason,
  type SentProfile,
} from '../../../shared/domain/dispatch/charging-control.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

/** Why a few of them aren't told what is planned. */
const reasons: Readonly<Record<number, ControlReason>> = {
  3: 'noSmartCharging',
  7: 'ignored',
  11: 'refused',
}

/** How each connector is told what it may draw: most follow, one ignores, one refuses, one can't. */
export function seedControl(rows: LiveRows, now: number): void {
  const at = Math.floor(now / SECOND) * SECOND
  for (const [index, { id, firmwareVersion, connection }] of rows.station.entries()) {
    const place = (connectorId: number) =>
      newControl(newId(at), { stationId: id, connectorId }, at - 3 * HOUR)
    const reason = connection === 'online' ? (reasons[index] ?? null) : 'offline'
    const station = place(0)
    rows.chargingControl.push({
      ...station,
      charger: station.charger && {
        ...station.charger,
        capability: {
          smartCharging: reason !== 'noSmartCharging',
          units: ['A'],
          maxStackLevel: 8,
          maxPeriods: 24,
          maxProfiles: 10,
          rotations: {},
          readAt: at - 3 * HOUR,
        },
        firmware: firmwareVersion,
        manner: { stackLevel: 8, unit: 'A', maxPeriods: 24, isOther: false },
      },
      reason: null,
    })
    for (const { stationId, connectorId, transactionId } of rows.connector) {
      if (connectorId === 0 || stationId !== id) continue
      const live = transactionId === null ? null : sent(transactionId, at, reason)
      const refused = live?.answer === 'refused'
      rows.chargingControl.push({
        ...place(connectorId),
        fallbackDa: index % 5 === 4 ? 0 : 80,
        standing: { held: sent(null, at, null), asked: null },
        live: { held: refused ? null : live, asked: refused ? live : null },
        follows: reason === 'ignored' ? 'no' : transactionId === null ? 'unproven' : 'yes',
        followsSince: at - 40 * MINUTE,
        reason,
        confirmedAt: at - 20 * MINUTE,
      })
    }
  }
}

function sent(transactionId: string | null, at: number, reason: ControlReason | null): SentProfile {
  const isRefused = reason === 'refused'
  return {
    commandId: newId(at),
    transactionId,
    stackLevel: 8,
    unit: 'A',
    numberPhases: 3,
    limits:
      transactionId === null
        ? [[at - 3 * HOUR, 80]]
        : [
            [at - 10 * MINUTE, 160],
            [at + 50 * MINUTE, 0],
            [at + 3 * HOUR, 92],
            [at + 5 * HOUR, 63],
          ],
    until: transactionId === null ? null : at + 8 * HOUR,
    sentAt: at - 10 * MINUTE,
    answer: isRefused ? 'refused' : 'accepted',
    word: isRefused ? 'Rejected' : 'Accepted',
    answeredAt: at - 10 * MINUTE + SECOND,
  }
}
