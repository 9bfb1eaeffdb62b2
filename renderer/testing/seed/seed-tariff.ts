import type { LiveRows } from '../../../shared/contract/live.ts'
import type { TariffAssignment } from '../../../shared/domain/tariff/tariff.ts'
import { anAssignment } from '../../../shared/domain/tariff/tariff-fixture.ts'
import { type TariffTemplate, tariffOfTemplate } from '../../../shared/domain/tariff/templates.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

const terms = { currency: 'SEK', taxIncluded: true, vatPct: 25 } as const

/** A few tariffs as a site has them: for all, for flexible drivers, for residents, for a fleet at night, one put aside. */
export function seedTariffs(rows: LiveRows, now: number): void {
  const add = (name: string, daysAgo: number, ...templates: TariffTemplate[]): string => {
    const id = newId(now - daysAgo * DAY)
    const createdAt = now - daysAgo * DAY
    rows.tariff.push({ id, name, archivedAt: null, createdAt, updatedAt: createdAt })
    templates.forEach((template, index) =>
      rows.tariffVersion.push({
        id: newId(createdAt + index),
        tariffId: id,
        version: index + 1,
        // The last of several is yet to hold.
        validFrom:
          index > 0 && index === templates.length - 1
            ? now + 9 * DAY
            : createdAt + index * 30 * DAY,
        validUntil: null,
        ...tariffOfTemplate(template),
        createdAt,
      }),
    )
    return id
  }
  const assign = (tariffId: string, told: Partial<TariffAssignment> = {}) =>
    rows.tariffAssignment.push(
      anAssignment({ id: newId(now), tariffId, createdAt: now - DAY, ...told }),
    )
  const standard = add(
    'Standard',
    80,
    { kind: 'perKwh', ...terms, perKwh: 3.2 },
    { kind: 'idleFee', ...terms, perKwh: 3.45, idlePerMinute: 0.5, idleGraceMin: 15 },
    { kind: 'idleFee', ...terms, perKwh: 3.65, idlePerMinute: 1, idleGraceMin: 15 },
  )
  const flexible = add('Flexibel', 60, { kind: 'perKwh', ...terms, perKwh: 2.6 })
  const residents = add('Boende', 60, { kind: 'perKwh', ...terms, perKwh: 2.1 })
  const night = add('Åkeri, natt', 40, {
    kind: 'dayNight',
    ...terms,
    taxIncluded: false,
    dayPerKwh: 2.9,
    nightPerKwh: 1.75,
    dayFrom: '06:00',
    dayUntil: '22:00',
  })
  const booked = add('Bokning med avgift', 20, {
    kind: 'reservation',
    ...terms,
    perKwh: 3.4,
    reservationFee: 25,
    reservedPerHour: 10,
    noShowFee: 75,
  })
  rows.tariff = rows.tariff.map((tariff) =>
    tariff.id === booked ? { ...tariff, archivedAt: now - 2 * DAY } : tariff,
  )
  assign(standard)
  assign(flexible, { isFlexible: true })
  assign(residents, { customerGroup: 'Boende' })
  const [fleet] = rows.customer
  const hours = [{ weekdays: [1, 2, 3, 4, 5], from: 1_200, until: 360 }]
  if (fleet) assign(night, { customerId: fleet.id, hours, settlement: 'invoice' })
}
