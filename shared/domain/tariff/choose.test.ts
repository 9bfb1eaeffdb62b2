import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import { chooseTariff, type StayFacts, type TariffBook } from './choose.ts'
import type { TariffAssignment } from './tariff.ts'
import { anAssignment, aVersion } from './tariff-fixture.ts'

const timeZone = 'Europe/Stockholm'
/** A Monday, 12:00 on the clock of the site. */
const noon = Date.parse('2026-06-01T10:00:00Z')

const stay: StayFacts = {
  startsAt: noon,
  stationId: 'station',
  connectorId: 1,
  customer: { id: 'customer', kind: 'fleet', group: 'Residents' },
  idToken: 'CARD',
  isFlexible: true,
}

/** From the most special to the least. */
const scopes = [
  ['idToken', { idToken: 'card' }],
  ['customer', { customerId: 'customer' }],
  ['customerGroup', { customerGroup: 'residents' }],
  ['flexible', { isFlexible: true }],
  ['connector', { stationId: 'station', connectorId: 1 }],
  ['station', { stationId: 'station' }],
  ['hours', { hours: [{ weekdays: [1], from: 600, until: 780 }] }],
  ['site', {}],
] as const satisfies [string, Partial<TariffAssignment>][]

function bookOf(...assignments: TariffAssignment[]): TariffBook {
  const ids = [...new Set(assignments.map(({ tariffId }) => tariffId))]
  return {
    tariffs: ids.map((id) => ({ id, archivedAt: null })),
    versions: ids.map((tariffId) => aVersion({ tariffId })),
    assignments,
    timeZone,
  }
}
const all = scopes.map(([tariffId, scope]) => anAssignment({ tariffId, ...scope }))

test('the most special assignment counts, in whatever order they were made', () => {
  fc.assert(
    fc.property(
      fc.subarray(
        scopes.map((_, index) => index),
        { minLength: 1 },
      ),
      fc.array(fc.nat(1_000), { minLength: scopes.length, maxLength: scopes.length }),
      (indices, times) => {
        const made = indices.flatMap((index) => {
          const assignment = all[index]
          return assignment ? [{ ...assignment, createdAt: times[index] ?? 0 }] : []
        })
        const chosen = chooseTariff(bookOf(...made.toReversed()), stay)
        const first = scopes[Math.min(...indices)]?.[0]
        expect(chosen).toMatchObject({ by: first, version: { tariffId: first } })
        expect('overruled' in chosen && chosen.overruled.map(({ tariffId }) => tariffId)).toEqual(
          made.slice(1).map(({ tariffId }) => tariffId),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('of two that are equally special the one counts that was made later', () => {
  const book = bookOf(
    anAssignment({ tariffId: 'old', stationId: 'station', createdAt: 1 }),
    anAssignment({ tariffId: 'new', stationId: 'station', createdAt: 2 }),
  )
  expect(chooseTariff(book, stay)).toMatchObject({ version: { tariffId: 'new' } })
})

test('what is also made for the hours counts before what is made for the customer alone', () => {
  const evening = [{ weekdays: [1, 2, 3, 4, 5], from: 18 * 60, until: 6 * 60 }]
  const book = bookOf(
    anAssignment({ tariffId: 'always', customerId: 'customer', createdAt: 9 }),
    anAssignment({ tariffId: 'evening', customerId: 'customer', hours: evening }),
  )
  const at = (hours: number) =>
    chooseTariff(book, { ...stay, startsAt: noon + hours * HOUR }).version?.tariffId
  expect(at(0)).toBe('always')
  expect(at(6)).toBe('evening')
  // Tuesday 05:00 is in Monday's window, and at 06:00 it is over.
  expect(at(17)).toBe('evening')
  expect(at(18)).toBe('always')
  // Saturday's first hours are in Friday's window, Monday's are in none.
  expect(at(4 * 24 + 13)).toBe('evening')
  expect(at(6 * 24 + 13)).toBe('always')
})

test('an assignment that asks for something else than the stay has doesn’t count', () => {
  for (const other of [
    { idToken: 'OTHER' },
    { customerId: 'other' },
    { customerGroup: 'Guests' },
    { stationId: 'other' },
    { stationId: 'station', connectorId: 2 },
    { hours: [{ weekdays: [2], from: 0, until: 1_440 }] },
  ])
    expect(chooseTariff(bookOf(anAssignment({ tariffId: 't', ...other })), stay).version).toBeNull()
})

test('a tariff that is put aside, or has no version at that time, leaves the stay to the next', () => {
  const book = bookOf(...all)
  const ofToken = { id: 'idToken', archivedAt: 1 }
  const tariffs = [ofToken, ...book.tariffs.filter(({ id }) => id !== 'idToken')]
  expect(chooseTariff({ ...book, tariffs }, stay)).toMatchObject({ by: 'customer' })
  const versions = book.versions.filter(({ tariffId }) => tariffId !== 'customer')
  const later = aVersion({ tariffId: 'customer', validFrom: noon + 1 })
  const over = aVersion({ tariffId: 'customer', validUntil: noon })
  expect(
    chooseTariff({ ...book, tariffs, versions: [...versions, later, over] }, stay),
  ).toMatchObject({ by: 'customerGroup' })
})

test('a stay has the version that holds when it begins', () => {
  const book = {
    ...bookOf(anAssignment({ tariffId: 't' })),
    versions: [
      aVersion({ tariffId: 't', version: 1 }),
      aVersion({ tariffId: 't', version: 2, validFrom: noon }),
      aVersion({ tariffId: 't', version: 3, validFrom: noon + HOUR }),
    ],
  }
  const at = (startsAt: number) => chooseTariff(book, { ...stay, startsAt }).version?.version
  expect([at(noon - 1), at(noon), at(noon + HOUR - 1), at(noon + HOUR)]).toEqual([1, 2, 2, 3])
})

test('a fleet pays by invoice and everybody else on the spot, unless the assignment says another way', () => {
  const nobodys = { ...stay, customer: null }
  const person = { ...stay, customer: { id: 'p', kind: 'person', group: '' } } as const
  const settled = (assignment: Partial<TariffAssignment>, whose: StayFacts) =>
    chooseTariff(bookOf(anAssignment({ tariffId: 't', ...assignment })), whose).settlement
  expect(settled({}, stay)).toBe('invoice')
  expect(settled({}, nobodys)).toBe('pay')
  expect(settled({}, person)).toBe('pay')
  expect(settled({ settlement: 'employee' }, person)).toBe('employee')
  expect(settled({ settlement: 'free' }, stay)).toBe('free')
  // Nothing is priced, but it is known who would pay.
  expect(settled({ stationId: 'other' }, stay)).toBe('invoice')
})
