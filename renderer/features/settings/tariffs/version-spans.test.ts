import { expect, test } from 'vitest'
import { aVersion } from '../../../../shared/domain/tariff/tariff-fixture.ts'
import { versionSpans } from './version-spans.ts'

test('a version counts until it ends or the next begins', () => {
  const versions = [
    aVersion({ tariffId: 't', version: 3, validFrom: 30 }),
    aVersion({ tariffId: 't', version: 1, validFrom: 0 }),
    aVersion({ tariffId: 't', version: 2, validFrom: 10, validUntil: 20 }),
  ]
  const spans = (now: number) =>
    versionSpans(versions, now).map(({ version, state, endsAt }) => [
      version.version,
      state,
      endsAt,
    ])
  expect(spans(15)).toEqual([
    [1, 'past', 10],
    [2, 'now', 20],
    [3, 'ahead', null],
  ])
  expect(versionSpans([], 15)).toEqual([])
})
