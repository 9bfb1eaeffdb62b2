import { describe, expect, test } from 'vitest'
import { NOON } from '../booking/booking-fixture.ts'
import { promiseBook, type PromiseBook } from '../planning/promise-book.ts'
import type { Phase, PlanSession } from '../planning/problem.ts'
import { bookSite, type GridAhead } from './grid-ahead.ts'
import { phaseShortage } from './phase-promises.ts'
import { slotAt } from './slots.ts'

const firstSlot = slotAt(NOON)
const slots = 4 * 96
const all: readonly Phase[] = ['L1', 'L2', 'L3']

/** 32 A on each phase, so 22 kW in all and 7.36 kW on one. */
const grid: GridAhead = {
  firstSlot,
  slots,
  baseW: Array.from({ length: slots }, () => 0),
  limitW: null,
  limitDa: Array.from({ length: slots }, () => 320),
  voltageV: 230,
  feeders: [],
  prices: null,
}

/** A car that draws up to 32 A from an hour on for an hour, four slots in which one phase gives 7,360 Wh. */
function car(id: string, energyWh: number, phases: readonly Phase[]): PlanSession {
  return {
    ...{ id, energyWh, phases, feederId: null },
    arrive: firstSlot + 4,
    depart: firstSlot + 8,
    maxW: 7_360 * phases.length,
    minW: 1_380 * phases.length,
    priority: 'normal',
    promised: true,
    suspendable: true,
  }
}

function bookWith(sessions: readonly PlanSession[], of: GridAhead = grid): PromiseBook {
  const book = promiseBook(bookSite(of, NOON))
  book.force(sessions, [])
  return book
}

describe('a promise on a site that is fused by phase', () => {
  test('is not made where its phase is full, though all phases together have room', () => {
    const book = bookWith([car('there', 5_000, ['L1'])])
    const wish = car('wish', 4_000, ['L1'])
    expect(book.judge([wish], []).shortage).toBeNull()
    const shortage = phaseShortage(book, wish, grid, NOON)
    expect(shortage).toMatchObject({
      because: 'limit',
      critical: {
        slots: [firstSlot + 4, firstSlot + 5, firstSlot + 6, firstSlot + 7],
        feederIds: [],
        phases: ['L1'],
      },
      sessionIds: ['there'],
    })
    expect(shortage?.deficitWh).toBeGreaterThan(1_640 * 0.99)
    expect(shortage?.deficitWh).toBeLessThan(1_640 * 1.01)
  })

  test('is made where another phase is asked for, or another time', () => {
    const book = bookWith([car('there', 5_000, ['L1'])])
    const wish = car('wish', 4_000, ['L1'])
    expect(phaseShortage(book, { ...wish, phases: ['L2'] }, grid, NOON)).toBeNull()
    const later = { ...wish, arrive: firstSlot + 8, depart: firstSlot + 12 }
    expect(phaseShortage(book, later, grid, NOON)).toBeNull()
  })

  test('is made where those who are there can wait for it', () => {
    const patient = { ...car('there', 5_000, ['L1']), depart: firstSlot + 16 }
    const wish = car('wish', 7_000, ['L1'])
    expect(phaseShortage(bookWith([patient]), wish, grid, NOON)).toBeNull()
  })

  test('asks its own place’s energy only once when it is changed', () => {
    const book = bookWith([car('wish', 5_000, ['L1'])])
    expect(phaseShortage(book, car('wish', 7_000, ['L1']), grid, NOON)).toBeNull()
  })

  test('is made beside promises that were broken before, as long as they lose no more by it', () => {
    const broken = [car('one', 7_000, ['L1']), car('other', 7_000, ['L1'])]
    const book = bookWith(broken)
    expect(phaseShortage(book, car('wish', 4_000, ['L2']), grid, NOON)).toBeNull()
    const more = phaseShortage(book, car('wish', 4_000, ['L1']), grid, NOON)
    expect(more?.deficitWh).toBeGreaterThan(4_000 * 0.98)
  })

  test('is bound by the feeder that is full on its phase', () => {
    const limitDa = Array.from({ length: slots }, () => 160)
    const narrow: GridAhead = {
      ...grid,
      limitDa: null,
      feeders: [{ id: 'north', parentId: null, limitW: null, limitDa }],
    }
    const wish = { ...car('wish', 4_000, ['L3']), feederId: 'north' }
    expect(phaseShortage(bookWith([], narrow), wish, narrow, NOON)?.critical).toMatchObject({
      feederIds: ['north'],
      phases: ['L3'],
    })
    expect(
      phaseShortage(bookWith([], narrow), { ...wish, energyWh: 3_600 }, narrow, NOON),
    ).toBeNull()
  })

  test('has nothing more to prove where all draw on three phases, or nothing is fused by phase', () => {
    const book = bookWith([car('there', 20_000, all)])
    expect(phaseShortage(book, car('wish', 20_000, all), grid, NOON)).toBeNull()
    const inW = { ...grid, limitDa: null, limitW: grid.baseW.map(() => 1_000) }
    expect(phaseShortage(book, car('wish', 4_000, ['L1']), inW, NOON)).toBeNull()
  })

  test('counts of who stays longer than a day around it the share that falls into that', () => {
    const guest = { ...car('guest', 60_000, ['L1']), depart: firstSlot + 4 * 96 }
    const late = { ...car('wish', 7_000, ['L1']), arrive: firstSlot + 200, depart: firstSlot + 204 }
    expect(phaseShortage(bookWith([guest]), late, grid, NOON)).toBeNull()
  })
})
