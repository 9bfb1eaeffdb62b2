import { expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { extendedNeed } from './extended-need.ts'

const now = 10 * HOUR
const need = { kind: 'energy', energyWh: 20_000 } as const

it('adds time to the departure, or to now where that has passed', () => {
  const later = (departsAt: number) =>
    extendedNeed({ departsAt, need: null }, null, { byMs: 30 * MINUTE }, now)
  expect(later(now + HOUR)).toEqual({ kind: 'until', at: now + HOUR + 30 * MINUTE })
  expect(later(now - HOUR)).toEqual({ kind: 'until', at: now + 30 * MINUTE })
})

it('adds energy to what was agreed, or to what has been taken where that is more', () => {
  const more = (deliveredWh: number | null, agreed: typeof need | null) =>
    extendedNeed({ departsAt: now, need: agreed }, deliveredWh, { byWh: 10_000 }, now)
  expect(more(5_000, need)).toEqual({ kind: 'energy', energyWh: 30_000 })
  expect(more(24_000, need)).toEqual({ kind: 'energy', energyWh: 34_000 })
  expect(more(7_000, null)).toEqual({ kind: 'energy', energyWh: 17_000 })
  expect(more(null, null)).toEqual({ kind: 'energy', energyWh: 10_000 })
})

it('takes a time that was said as it is', () => {
  expect(extendedNeed({ departsAt: now, need }, 0, { at: now + HOUR }, now)).toEqual({
    kind: 'until',
    at: now + HOUR,
  })
})
