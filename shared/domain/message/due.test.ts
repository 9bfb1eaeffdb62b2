import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../time/instant.ts'
import { type DueMessage, dueMessages, isNews, type MessageFacts } from './due.ts'

const NOW = Date.UTC(2026, 10, 28, 12)

const visit: MessageFacts['visit'] = {
  ...{ state: 'agreed', endReason: null, since: NOW - HOUR, holdUntil: null },
  ...{ phone: '070-123 45 67', email: '', pays: 'online' },
}
const booking: NonNullable<MessageFacts['booking']> = {
  ...{ state: 'confirmed', arrivesAt: NOW + HOUR, departsAt: NOW + 4 * HOUR },
  ...{ finishedAt: null, transactionId: null },
}
const bill: NonNullable<MessageFacts['bill']> = {
  ...{ state: 'final', settlement: 'pay', dueMinor: 0, paidMinor: 100, heldMinor: 0, revision: 1 },
  ...{ currency: 'SEK', finalAt: NOW - MINUTE },
}
const paid: MessageFacts['payments'][number] = {
  ...{ id: 'p1', means: 'checkout', state: 'paid', capturedMinor: 100, paidAt: NOW - HOUR },
}
const nothing: MessageFacts = {
  ...{ visit, booking: null, line: null, hasAll: false, idleFeeFrom: null, bill: null },
  ...{ payments: [], refunds: [], changes: [], toldUpTo: 0, now: NOW },
}
const of = (facts: Partial<MessageFacts>) => dueMessages({ ...nothing, ...facts })
const told = (facts: Partial<MessageFacts>) => of(facts).map(({ template }) => template)

describe('a visit', () => {
  test('that is agreed to is confirmed, as long as it lies ahead', () => {
    expect(told({ booking })).toEqual(['confirmed'])
    expect(told({ booking: { ...booking, departsAt: NOW } })).toEqual([])
    expect(told({ booking, visit: { ...visit, state: 'unpaid' } })).toEqual([])
  })

  test('that a place came free for is told once for each time that one is held', () => {
    const offered = { ...visit, state: 'offered' as const, holdUntil: NOW + MINUTE }
    expect(of({ visit: offered })).toMatchObject([
      { template: 'placeFree', occasion: String(NOW + MINUTE) },
    ])
    expect(told({ visit: { ...offered, holdUntil: NOW } })).toEqual([])
  })

  test.each([
    ['notPaid', ['notPaid']],
    ['byDesk', ['cancelled']],
    ['inVain', ['inVain']],
    ['cancelled', []],
    ['notClaimed', []],
    ['noShow', []],
    ['done', []],
  ] as const)('that ended as %s is told %j', (endReason, templates) => {
    expect(told({ visit: { ...visit, state: 'over', endReason } })).toEqual(templates)
  })

  test('of somebody who gave neither phone nor address is told nothing', () => {
    expect(told({ booking, visit: { ...visit, phone: '' } })).toEqual([])
  })

  test('that ended more than a day ago is no news', () => {
    const since = NOW - DAY
    const [due] = of({ visit: { ...visit, state: 'over', endReason: 'byDesk', since } })
    expect(due && isNews(due, NOW)).toBe(false)
  })
})

describe('a change', () => {
  const window = { stationId: 's', connectorId: 1, arrivesAt: NOW, departsAt: NOW + HOUR }
  const later = { ...window, departsAt: NOW + 2 * HOUR }
  const line = (id: number, byDriver: boolean, before: typeof window, after: typeof window) => ({
    ...{ id, at: NOW - MINUTE, byDriver, before, after },
  })

  test('by the desk is told under the journal’s line, once the desk has let go of it', () => {
    const [, change] = of({ booking, changes: [line(7, false, window, later)] })
    expect(change).toMatchObject({ template: 'changed', occasion: '7', settlesMs: 2 * MINUTE })
  })

  test('by the driver is known to the driver', () => {
    expect(told({ booking, changes: [line(7, true, window, later)] })).toEqual(['confirmed'])
    expect(
      told({ booking, changes: [line(7, false, window, later), line(8, true, later, window)] }),
    ).toEqual(['confirmed'])
  })

  test('that is taken back before it was told is none', () => {
    const changes = [line(7, false, window, later), line(8, false, later, window)]
    expect(told({ booking, changes })).toEqual(['confirmed'])
    expect(told({ booking, changes, toldUpTo: 7 })).toEqual(['confirmed', 'changed'])
    expect(told({ booking, changes, toldUpTo: 8 })).toEqual(['confirmed'])
  })
})

describe('a car', () => {
  const charging = { ...booking, state: 'charging' as const, transactionId: 't1' }
  const late = { departsAt: booking.departsAt, shortfallWh: 4_000 }

  test('that won’t have all by its departure is late, unless next to nothing is missing', () => {
    expect(told({ booking: charging, line: late })).toContain('late')
    expect(told({ booking: charging, line: { ...late, shortfallWh: 400 } })).not.toContain('late')
  })

  test('whose arrival is far off may be planned otherwise yet', () => {
    const arrivesAt = NOW + 20 * HOUR
    const departsAt = NOW + 22 * HOUR
    expect(told({ booking: { ...booking, arrivesAt, departsAt }, line: late })).not.toContain(
      'late',
    )
  })

  test('is ready when its charge has ended, or when it has what it needs', () => {
    const finished = { ...charging, state: 'finished' as const, finishedAt: NOW - MINUTE }
    expect(told({ booking: finished })).toEqual(['confirmed', 'ready'])
    expect(of({ booking: charging, hasAll: true })).toMatchObject([
      { template: 'confirmed' },
      { template: 'ready', occasion: 't1' },
    ])
  })

  test('is told of the idle fee a quarter before it begins, and of nothing else where that is at once', () => {
    const finished = { ...charging, state: 'finished' as const, finishedAt: NOW - 10 * MINUTE }
    const tell = (idleFeeFrom: number) => told({ booking: finished, idleFeeFrom }).slice(1)
    expect(tell(NOW + 20 * MINUTE)).toEqual(['ready'])
    expect(tell(NOW + 15 * MINUTE)).toEqual(['ready', 'idleFeeSoon'])
    expect(tell(NOW)).toEqual(['idleFeeSoon'])
  })
})

describe('money', () => {
  const over = { ...visit, state: 'over' as const, endReason: 'done' as const }

  test('paid in full for a stay that is over is receipted, once for its last payment', () => {
    expect(of({ visit: over, bill, payments: [paid] })).toMatchObject([
      { template: 'receipt', occasion: 'p1' },
    ])
    expect(told({ visit: over, bill: { ...bill, state: 'running' }, payments: [paid] })).toEqual([])
    expect(told({ visit: over, bill: { ...bill, settlement: 'free' }, payments: [paid] })).toEqual(
      [],
    )
  })

  test('still due is asked for, unless it is on its way', () => {
    const due = { ...bill, dueMinor: 500 }
    expect(told({ visit: over, bill: due, payments: [paid] })).toEqual(['payRest'])
    expect(told({ visit: over, bill: { ...due, heldMinor: 500 }, payments: [paid] })).toEqual([])
    const coming = { ...paid, id: 'p2', state: 'processing' as const, capturedMinor: 0 }
    expect(told({ visit: over, bill: due, payments: [paid, coming] })).toEqual([])
  })

  test('too little to be paid isn’t asked for, and keeps nobody from the receipt', () => {
    const due = { ...bill, dueMinor: 5 }
    expect(told({ visit: over, bill: due, payments: [paid] })).toEqual(['receipt'])
    expect(told({ visit: over, bill: { ...due, paidMinor: 0 } })).toEqual([])
  })

  test('given back is told, but for cash, and what a cancelled visit’s message told', () => {
    const refund = { ...{ id: 'r1', paymentId: 'p1', state: 'pending' as const } }
    const refunds = [{ ...refund, createdAt: over.since, updatedAt: NOW }]
    expect(of({ visit: over, payments: [paid], refunds })).toMatchObject([
      { template: 'refund', occasion: 'r1' },
    ])
    expect(told({ visit: over, payments: [{ ...paid, means: 'cash' }], refunds })).toEqual([])
    const byDesk = { ...over, endReason: 'byDesk' as const }
    expect(told({ visit: byDesk, payments: [paid], refunds })).toEqual(['cancelled'])
  })
})

test('as long as things stay so the same is due, and no occasion twice', () => {
  const facts = fc.record({
    visit: fc.record({
      state: fc.constantFrom('waiting', 'offered', 'unpaid', 'agreed', 'over'),
      endReason: fc.constantFrom(null, 'done', 'byDesk', 'notPaid', 'inVain'),
      since: fc.integer({ min: NOW - 2 * DAY, max: NOW }),
      holdUntil: fc.constantFrom(null, NOW + HOUR),
      phone: fc.constant('070'),
      email: fc.constant(''),
      pays: fc.constantFrom('online', 'atDesk'),
    }),
    booking: fc.option(
      fc.record({
        state: fc.constantFrom('confirmed', 'arrived', 'charging', 'finished', 'left'),
        arrivesAt: fc.constant(NOW),
        departsAt: fc.constant(NOW + HOUR),
        finishedAt: fc.option(fc.constant(NOW - MINUTE)),
        transactionId: fc.option(fc.constant('t')),
      }),
    ),
    line: fc.option(fc.record({ departsAt: fc.constant(NOW + HOUR), shortfallWh: fc.nat(9_000) })),
    hasAll: fc.boolean(),
    idleFeeFrom: fc.option(fc.integer({ min: NOW - HOUR, max: NOW + HOUR })),
    bill: fc.option(
      fc.record({ ...constants(bill), dueMinor: fc.constantFrom(-10, 0, 10, 1_000) }),
    ),
    payments: fc.constantFrom([], [paid]),
  })
  const keysOf = (all: DueMessage[]) =>
    all.map(({ template, occasion }) => `${template} ${occasion}`)
  fc.assert(
    fc.property(facts, fc.nat(MINUTE), (some, ms) => {
      const at = (now: number) => keysOf(of({ ...some, now }))
      const first = at(NOW)
      expect(new Set(first).size).toBe(first.length)
      const still = at(NOW + ms)
      expect(still).toEqual(expect.arrayContaining(first))
    }),
  )
})

function constants<Row extends object>(row: Row) {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, fc.constant(value)]),
  ) as { [Key in keyof Row]: fc.Arbitrary<Row[Key]> } // key by key as it was
}
