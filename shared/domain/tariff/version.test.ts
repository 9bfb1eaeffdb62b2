import { expect, test } from 'vitest'
import { DAY } from '../../time/instant.ts'
import { aVersion, simpleTariff } from './tariff-fixture.ts'
import { nextVersion, type WantedVersion } from './version.ts'

const NOW = 100 * DAY
const held = aVersion({ tariffId: 't', id: 'held', version: 1 })
const ahead = aVersion({ tariffId: 't', id: 'ahead', version: 2, validFrom: NOW + DAY })

const next = (wanted: Partial<WantedVersion>) =>
  nextVersion(
    [held, ahead],
    't',
    {
      ocpi: simpleTariff,
      idleGraceMin: 0,
      validFrom: null,
      validUntil: null,
      replaces: null,
      ...wanted,
    },
    NOW,
    () => 'new',
  )

test('a version holds from now on unless it is told from when, under the next number', () => {
  expect(next({})).toMatchObject({ version: { id: 'new', version: 3, validFrom: NOW } })
  expect(next({ validFrom: NOW + 9 })).toMatchObject({ version: { validFrom: NOW + 9 } })
})

test('nothing holds from before now, nor ends before it begins', () => {
  expect(next({ validFrom: NOW - 1 })).toEqual({ kind: 'inThePast' })
  expect(next({ validUntil: NOW })).toEqual({ kind: 'endsFirst' })
})

test('only a version that doesn’t hold yet is replaced, and keeps its number', () => {
  expect(next({ replaces: 'ahead', idleGraceMin: 5 })).toMatchObject({
    version: { id: 'ahead', version: 2, validFrom: NOW, idleGraceMin: 5 },
  })
  expect(next({ replaces: 'held' })).toEqual({ kind: 'holdsAlready', version: 1 })
  expect(next({ replaces: 'other' })).toEqual({ kind: 'noVersion', id: 'other' })
})

test('which tariff it is and from when is the version’s own, not the OCPI object’s', () => {
  const ocpi = {
    ...simpleTariff,
    id: 'theirs',
    party_id: 'LAD',
    start_date_time: '2026-01-01T00:00:00Z',
    last_updated: '2026-01-01T00:00:00Z',
  }
  expect(next({ ocpi })).toMatchObject({ version: { ocpi: { ...simpleTariff, party_id: 'LAD' } } })
  expect(JSON.stringify(next({ ocpi }))).not.toContain('theirs')
})
