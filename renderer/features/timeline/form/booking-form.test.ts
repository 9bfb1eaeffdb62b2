import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBooking, NOON, testId } from '../../../../shared/domain/booking/booking-fixture.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { planOf } from '../gesture/hold.ts'
import { type BookingForm, formOfBooking, formOfPlacement, planOfForm } from './booking-form.ts'

const zone = 'Europe/Stockholm'
const form = formOfPlacement({ arrivesAt: NOON, departsAt: NOON + HOUR }, zone)
const flawsOf = (words: Partial<BookingForm>) => {
  const said = planOfForm({ ...form, ...words }, zone)
  return 'flaws' in said ? said.flaws : []
}

test('what an untouched form sends is the booking as it stands', () => {
  const whole = fc.integer({ min: 0, max: 500_000 }).map((minutes) => minutes * MINUTE)
  const need = fc.constantFrom(
    null,
    { kind: 'energy' as const, energyWh: 12_345 },
    { kind: 'soc' as const, batteryWh: 77_400, arrivalPct: 12.5, departurePct: 80 },
  )
  fc.assert(
    fc.property(whole, need, fc.boolean(), (shift, wanted, flexible) => {
      const arrivesAt = NOON + shift
      const booking = aBooking({
        arrivesAt,
        departsAt: arrivesAt + 3 * HOUR,
        need: wanted,
        flexibility: flexible ? 'flexible' : 'fixed',
        latestDepartsAt: flexible ? arrivesAt + 5 * HOUR : null,
        idToken: 'CARD',
        note: 'by the door',
      })
      // The hour that comes twice in autumn can't be told apart in a field that knows no zone.
      const twice = [booking.arrivesAt, booking.departsAt, booking.latestDepartsAt ?? 0].some(
        (at) => isSecondOfTwo(at),
      )
      fc.pre(!twice)
      expect(planOfForm(formOfBooking(booking, zone), zone)).toEqual({ plan: planOf(booking) })
    }),
  )
})

test('the plate of a vehicle is the vehicle’s own, not a second one on the booking', () => {
  const said = planOfForm({ ...form, vehicleId: testId(5), plate: 'ABC 123' }, zone)
  expect(said).toMatchObject({ plan: { plate: '', vehicleId: testId(5) } })
})

test('each field that says nothing is named', () => {
  expect(flawsOf({ arrives: '', departs: 'soon' })).toEqual(['arrives', 'departs'])
  expect(flawsOf({ needKind: 'energy', energyKWh: '-3' })).toEqual(['energyKWh'])
  expect(flawsOf({ needKind: 'energy', energyKWh: '7,5' })).toEqual([])
  expect(flawsOf({ needKind: 'soc', batteryKWh: '' })).toEqual(['batteryKWh'])
  const soc = { needKind: 'soc', batteryKWh: '60' } as const
  expect(flawsOf({ ...soc, arrivalPct: '80', departurePct: '20' })).toEqual(['percent'])
  expect(flawsOf({ flexible: true, latestDeparts: 'x' })).toEqual(['latestDeparts'])
  expect(flawsOf({ plate: 'x'.repeat(21), idToken: 'y'.repeat(21) })).toEqual(['plate', 'idToken'])
})

function isSecondOfTwo(at: number): boolean {
  const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return clock.toPlainDateTime().toZonedDateTime(zone).epochMilliseconds !== at
}
