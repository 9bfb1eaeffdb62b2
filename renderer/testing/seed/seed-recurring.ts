import type { LiveRows } from '../../../shared/contract/live.ts'
import type { Recurring } from '../../../shared/domain/booking/recurring.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

/** A few rules as a depot has them: shifts of nights, a weekly visitor, one that has no place. */
export function seedRecurring(rows: LiveRows, now: number): void {
  const bays = rows.connector.filter(({ connectorId }) => connectorId > 0)
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const rules: Partial<Recurring>[] = [
    { ...placeAt(bays[0]), vehicleId: rows.vehicle[0]?.id ?? null },
    { ...placeAt(bays[2]), weekdays: [6, 7], arrives: '08:00', departs: '16:30', plate: 'GHT 48K' },
    {
      ...placeAt(bays[3]),
      weekdays: [2],
      arrives: '12:00',
      departs: '13:15',
      vehicleId: rows.vehicle[1]?.id ?? null,
      lastOn: day(now + 60 * DAY),
      need: { kind: 'energy', energyWh: 32_000 },
    },
    {
      weekdays: [5, 6],
      arrives: '22:00',
      plate: 'NATTBUSS 4',
      need: { kind: 'soc', batteryWh: 320_000, arrivalPct: 20, departurePct: 90 },
    },
  ]
  rules.forEach((told, index) =>
    rows.recurring.push({
      id: newId(now - 20 * DAY + index),
      weekdays: [1, 2, 3, 4, 5],
      arrives: '18:00',
      departs: '05:00',
      firstOn: day(now - 20 * DAY),
      lastOn: null,
      stationId: null,
      connectorId: null,
      flexibility: 'fixed',
      need: null,
      vehicleId: null,
      customerId: null,
      plate: '',
      idToken: null,
      priority: 'normal',
      note: '',
      endedAt: null,
      createdAt: now - 20 * DAY,
      updatedAt: now - 20 * DAY,
      ...told,
    }),
  )
}

function placeAt(
  bay: LiveRows['connector'][number] | undefined,
): Pick<Recurring, 'stationId' | 'connectorId'> {
  return { stationId: bay?.stationId ?? null, connectorId: bay?.connectorId ?? null }
}
