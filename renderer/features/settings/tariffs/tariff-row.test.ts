import { expect, test } from 'vitest'
import { anAssignment, aVersion } from '../../../../shared/domain/tariff/tariff-fixture.ts'
import { tariffRows } from './tariff-row.ts'

const tariffs = ['held', 'ahead', 'over', 'aside'].map((id) => ({
  id,
  name: id,
  archivedAt: id === 'aside' ? 1 : null,
  createdAt: 0,
  updatedAt: 0,
}))
const versions = [
  aVersion({ tariffId: 'held', version: 1, validFrom: 0 }),
  aVersion({ tariffId: 'held', version: 2, validFrom: 90 }),
  aVersion({ tariffId: 'ahead', version: 1, validFrom: 70 }),
  aVersion({ tariffId: 'over', version: 1, validUntil: 10 }),
]

test('a row shows what holds now, or what comes next, or what was last', () => {
  const rows = tariffRows(tariffs, versions, [anAssignment({ tariffId: 'held' })], false, 50)
  expect(
    rows.map(({ id, version, state, changesAt, assignments }) => [
      id,
      version?.version,
      state,
      changesAt,
      assignments.length,
    ]),
  ).toEqual([
    ['held', 1, 'now', 90, 1],
    ['ahead', 1, 'ahead', null, 0],
    ['over', 1, 'past', null, 0],
  ])
  expect(tariffRows(tariffs, versions, [], true, 50)).toMatchObject([
    { id: 'aside', version: null },
  ])
})
