import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import { bySpecial, chooseTariff, type StayFacts, type TariffBook } from './choose.ts'
import { isForTheSame } from './scope.ts'
import type { TariffAssignment, WeeklyWindow } from './tariff.ts'
import { anAssignment, aVersion } from './tariff-fixture.ts'

/** Few words each, so that scopes and stays often meet. */
const word = (...words: string[]) => fc.option(fc.constantFrom(...words), { nil: null })
const place = fc.oneof(
  fc.constant({ stationId: null, connectorId: null }),
  fc.record({
    stationId: fc.constantFrom('s1', 's2'),
    connectorId: fc.option(fc.constantFrom(1, 2), { nil: null }),
  }),
)
const hours = fc.option(
  fc.constantFrom<WeeklyWindow[]>(
    [{ weekdays: [1, 2, 3, 4, 5], from: 1_320, until: 360 }],
    [{ weekdays: [6, 7], from: 0, until: 1_440 }],
  ),
  { nil: null },
)

const assignments: fc.Arbitrary<TariffAssignment[]> = fc
  .array(
    fc.record({
      tariffId: fc.constantFrom('a', 'b', 'c'),
      place,
      customerId: word('c1', 'c2'),
      customerGroup: word('g1', 'g2'),
      idToken: word('CARD', 'FOB'),
      isFlexible: fc.constantFrom(true, null),
      hours,
      createdAt: fc.nat(3),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((told) =>
    told.map(({ place: where, ...rest }, index) =>
      anAssignment({ id: `id${index}`, ...where, ...rest }),
    ),
  )

const stays: fc.Arbitrary<StayFacts> = fc
  .record({
    startsAt: fc.nat(14 * 24).map((hour) => Date.parse('2026-06-01T00:00:00Z') + hour * HOUR),
    place,
    customer: fc.option(
      fc.record({
        id: fc.constantFrom('c1', 'c2'),
        kind: fc.constantFrom('fleet' as const, 'person' as const),
        group: fc.constantFrom('', 'g1', 'g2'),
      }),
      { nil: null },
    ),
    idToken: word('CARD', 'FOB'),
    isFlexible: fc.boolean(),
  })
  .map(({ place: where, ...rest }) => ({ ...where, ...rest }))

function bookOf(made: readonly TariffAssignment[]): TariffBook {
  const ids = ['a', 'b', 'c']
  return {
    tariffs: ids.map((id) => ({ id, archivedAt: null })),
    versions: ids.map((tariffId) => aVersion({ tariffId })),
    assignments: made,
    timeZone: 'Europe/Stockholm',
  }
}
const chosenFor = (made: readonly TariffAssignment[], stay: StayFacts) => {
  const chosen = chooseTariff(bookOf(made), stay)
  return chosen.version === null ? [] : [chosen.assignment, ...chosen.overruled]
}

test('what is for flexible drivers alone never fits a stay that isn’t, and fits a flexible one as if it were for all', () => {
  fc.assert(
    fc.property(assignments, stays, (made, stay) => {
      const fixed = { ...stay, isFlexible: false }
      const plain = made.filter(({ isFlexible }) => isFlexible === null)
      expect(chosenFor(made, fixed)).toEqual(chosenFor(plain, fixed))
      const forAll = made.map((assignment) => ({ ...assignment, isFlexible: null }))
      const ids = (all: readonly TariffAssignment[]) => all.map(({ id }) => id).toSorted()
      expect(ids(chosenFor(made, { ...stay, isFlexible: true }))).toEqual(
        ids(chosenFor(forAll, fixed)),
      )
    }),
    { numRuns: 200 },
  )
})

test('what was agreed with a customer holds, whatever is offered to flexible drivers', () => {
  const offers = fc.record({ place, hours }).map(({ place: where, ...rest }) =>
    anAssignment({
      tariffId: 'a',
      id: 'offer',
      isFlexible: true,
      ...where,
      ...rest,
      createdAt: 9,
    }),
  )
  fc.assert(
    fc.property(assignments, stays, offers, (made, stay, offer) => {
      const [first] = chosenFor(made, stay)
      fc.pre(first !== undefined)
      const isAgreed =
        first.idToken !== null || first.customerId !== null || first.customerGroup !== null
      const isOffered = chosenFor([offer], stay).length > 0
      const [chosen] = chosenFor([...made, offer], stay)
      if (isAgreed || !isOffered) expect(chosen).toEqual(first)
      else if (first.isFlexible === null) expect(chosen).toEqual(offer)
    }),
    { numRuns: 300 },
  )
})

test('of any assignments there is one order, whichever way they are listed', () => {
  fc.assert(
    fc.property(assignments, stays, (made, stay) => {
      const sorted = made.toSorted(bySpecial)
      expect(made.toReversed().toSorted(bySpecial)).toEqual(sorted)
      sorted.forEach((one, index) =>
        sorted.slice(index + 1).forEach((other) => {
          expect(bySpecial(one, other)).toBeLessThan(0)
          expect(bySpecial(other, one)).toBeGreaterThan(0)
        }),
      )
      expect(chosenFor(made.toReversed(), stay)).toEqual(chosenFor(made, stay))
    }),
    { numRuns: 100 },
  )
})

test('an assignment that doesn’t fit a stay changes nothing of what is chosen for it', () => {
  fc.assert(
    fc.property(assignments, stays, fc.nat(), (made, stay, which) => {
      const one = made[which % made.length]
      fc.pre(one !== undefined && chosenFor([one], stay).length === 0)
      const others = made.filter(({ id }) => id !== one.id)
      expect(chosenFor(made, stay)).toEqual(chosenFor(others, stay))
      expect(chooseTariff(bookOf(made), stay)).toEqual(chooseTariff(bookOf(others), stay))
    }),
    { numRuns: 200 },
  )
})

test('two that are for the same fit the same stays', () => {
  fc.assert(
    fc.property(assignments, stays, (made, stay) => {
      const fits = (one: TariffAssignment) => chosenFor([one], stay).length > 0
      for (const one of made)
        for (const other of made) if (isForTheSame(one, other)) expect(fits(one)).toBe(fits(other))
    }),
    { numRuns: 60 },
  )
})
