import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import type { Booking } from './booking.ts'
import { aBooking } from './booking-fixture.ts'
import {
  arrive,
  awaitAgain,
  beginCharging,
  finishCharging,
  leave,
  type Turn,
  unplug,
} from './life.ts'

const noon = Date.parse('2026-05-04T12:00:00Z')
const booking = aBooking({ arrivesAt: noon, departsAt: noon + 2 * HOUR })
const terms = { graceMin: 30 }
const turned = (from: Booking, turn: Turn): Booking => ({ ...from, ...turn })

describe('a booking lives', () => {
  it('from the car’s arrival over charging and standing there to its leaving', () => {
    const arrived = turned(booking, arrive(booking, noon + MINUTE))
    expect(arrived).toMatchObject({ state: 'arrived', arrivedAt: noon + MINUTE })
    const charging = turned(arrived, beginCharging(arrived, 't-1', noon + 2 * MINUTE))
    expect(charging).toMatchObject({
      state: 'charging',
      transactionId: 't-1',
      arrivedAt: noon + MINUTE,
    })
    const finished = turned(charging, finishCharging(charging, noon + HOUR))
    expect(finished).toMatchObject({ state: 'finished', finishedAt: noon + HOUR })
    expect(turned(finished, leave(finished, noon + 2 * HOUR))).toMatchObject({
      state: 'left',
      finishedAt: noon + HOUR,
      leftAt: noon + 2 * HOUR,
    })
  })

  it('again when the car begins once more, or comes after it was thought never to', () => {
    const finished = {
      ...booking,
      state: 'finished',
      transactionId: 't-1',
      arrivedAt: noon,
    } as const
    expect(beginCharging({ ...finished, finishedAt: noon }, 't-2', noon + HOUR)).toMatchObject({
      state: 'charging',
      transactionId: 't-2',
      arrivedAt: noon,
      finishedAt: null,
    })
    const noShow = { ...booking, state: 'noShow' } as const
    expect(arrive(noShow, noon + HOUR)).toMatchObject({ state: 'arrived' })
    expect(beginCharging(noShow, 't-1', noon + HOUR)).toMatchObject({ arrivedAt: noon + HOUR })
  })

  it('through the same words again without a change', () => {
    const charging = {
      ...booking,
      state: 'charging',
      transactionId: 't-1',
      arrivedAt: noon,
    } as const
    expect(beginCharging(charging, 't-1', noon)).toBeNull()
    expect(arrive(charging, noon)).toBeNull()
    const left = { ...charging, state: 'left', leftAt: noon + HOUR } as const
    expect(finishCharging(left, noon)).toBeNull()
    expect(leave(left, noon)).toBeNull()
    expect(beginCharging(left, 't-2', noon)).toBeNull()
    expect(arrive({ ...booking, state: 'cancelled' }, noon)).toBeNull()
  })

  it('past the charger’s reservation, which its car has used', () => {
    expect(beginCharging({ ...booking, reservation: 'held' }, 't', noon)).toMatchObject({
      reservation: 'released',
    })
    expect(beginCharging({ ...booking, reservation: 'refused' }, 't', noon)).not.toHaveProperty(
      'reservation',
    )
  })

  it('on when its car was unplugged before it charged: awaited again within the grace, gone after it', () => {
    const arrived = { ...booking, state: 'arrived', arrivedAt: noon } as const
    const awaited = { state: 'confirmed', arrivedAt: null }
    expect(unplug(arrived, noon + 29 * MINUTE, terms)).toEqual(awaited)
    expect(unplug(arrived, noon + 30 * MINUTE, terms)).toMatchObject({ state: 'left' })
    expect(awaitAgain(arrived)).toEqual(awaited)
    expect(awaitAgain({ ...arrived, state: 'charging' })).toBeNull()
  })

  it('in one order of time, whatever the charger’s clock says', () => {
    const minutes = fc.integer({ min: -200, max: 200 }).map((count) => noon + count * MINUTE)
    fc.assert(
      fc.property(minutes, minutes, minutes, minutes, (a, b, c, d) => {
        let row = turned(booking, arrive(booking, a))
        row = turned(row, beginCharging(row, 't', b))
        row = turned(row, finishCharging(row, c))
        row = turned(row, leave(row, d))
        expect(row.state).toBe('left')
        expect(row.arrivedAt).toBeLessThanOrEqual(row.finishedAt ?? 0)
        expect(row.finishedAt).toBeLessThanOrEqual(row.leftAt ?? 0)
      }),
    )
  })
})
