import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lockOut, pace, seats } from './pace.ts'

describe('a pace', () => {
  test('lets through the burst, then so many a second, whatever is asked in between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 }),
        (burst, perSecond, gaps) => {
          const rate = pace({ burst, perSecond }, 10)
          let now = 1_000
          let taken = 0
          for (const gap of gaps) {
            now += gap
            if (rate.take('one', now) === 0) taken += 1
            expect(taken).toBeLessThanOrEqual(burst + ((now - 1_000) / 1_000) * perSecond + 1e-6)
          }
        },
      ),
    )
  })

  test('says when there is a turn again, and then there is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9 }), (rate, many) => {
        const turns = pace({ burst: many, perSecond: rate }, 10)
        for (let asked = 0; asked < many; asked += 1) expect(turns.take('one', 0)).toBe(0)
        const waitMs = turns.take('one', 0)
        expect(waitMs).toBeGreaterThan(0)
        expect(turns.take('one', waitMs)).toBe(0)
      }),
    )
  })

  test('counts each for itself', () => {
    const turns = pace({ burst: 1, perSecond: 1 }, 10)
    expect(turns.take('one', 0)).toBe(0)
    expect(turns.take('one', 0)).toBe(1_000)
    expect(turns.take('other', 0)).toBe(0)
  })

  test('gains nothing by a clock that is set back', () => {
    const turns = pace({ burst: 1, perSecond: 1 }, 10)
    expect(turns.take('one', 10_000)).toBe(0)
    expect(turns.take('one', 0)).toBe(1_000)
    expect(turns.take('one', 500)).toBe(500)
  })

  test('keeps no more keys in mind than it may, and forgets who was seen least recently', () => {
    const turns = pace({ burst: 1, perSecond: 0.001 }, 100)
    expect(turns.take('kept', 0)).toBe(0)
    for (let stranger = 0; stranger < 10_000; stranger += 1) {
      turns.take(`stranger ${stranger}`, 0)
      if (stranger % 50 === 0) expect(turns.take('kept', 0)).toBeGreaterThan(0)
    }
    expect(turns.size).toBe(100)
    expect(turns.take('stranger 0', 0)).toBe(0)
  })
})

describe('a lock-out', () => {
  const rules = { free: 3, firstMs: 1_000, longestMs: 60_000, forgetMs: 600_000 }

  test('forgives some slips, then makes each next one wait twice as long, up to a limit', () => {
    const out = lockOut(rules, 10)
    for (let slip = 0; slip < 3; slip += 1) out.slip('one', 0)
    expect(out.waitMs('one', 0)).toBe(0)
    const waits = Array.from({ length: 8 }, () => {
      out.slip('one', 0)
      return out.waitMs('one', 0)
    })
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
    expect(out.waitMs('other', 0)).toBe(0)
  })

  test('ends when its time is over, and is forgotten after a quiet while', () => {
    const out = lockOut(rules, 10)
    for (let slip = 0; slip < 5; slip += 1) out.slip('one', 0)
    expect(out.waitMs('one', 1_999)).toBe(1)
    expect(out.waitMs('one', 2_000)).toBe(0)
    out.slip('one', 2_000)
    expect(out.waitMs('one', 2_000)).toBe(4_000)
    out.slip('one', 700_000)
    expect(out.waitMs('one', 700_000)).toBe(0)
  })

  test('keeps no more keys in mind than it may', () => {
    const out = lockOut(rules, 50)
    for (let key = 0; key < 1_000; key += 1) out.slip(String(key), 0)
    expect(out.size).toBe(50)
  })
})

test('seats are taken by each and by all no more often than there are any, and each is left once', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ key: fc.constantFrom('a', 'b', 'c'), leaves: fc.boolean(), which: fc.nat() }),
      ),
      (steps) => {
        const room = seats({ each: 2, all: 5 })
        const inside: { key: string; leave: () => void }[] = []
        for (const { key, leaves, which } of steps) {
          if (leaves && inside.length > 0) {
            const [left] = inside.splice(which % inside.length, 1)
            left?.leave()
            left?.leave()
          } else {
            const leave = room.enter(key)
            const own = inside.filter((seat) => seat.key === key).length
            expect(leave !== null).toBe(own < 2 && inside.length < 5)
            if (leave !== null) inside.push({ key, leave })
          }
          expect(room.taken).toBe(inside.length)
        }
      },
    ),
  )
})
