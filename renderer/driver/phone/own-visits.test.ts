import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { openOnes, type OwnVisit, withVisit } from './own-visits.ts'

const now = Date.parse('2026-03-02T10:00Z')
const visit = (id: string, over: Partial<OwnVisit> = {}): OwnVisit => ({
  ...{ token: `token-${id}`, id, state: 'agreed', isCharging: false, seenAt: now },
  ...{ arrivesAt: now, departsAt: now + HOUR, expiresAt: now + 30 * DAY },
  ...over,
})

test('a visit is kept once, the one seen last first, under the link that opened it last', () => {
  const kept = withVisit([visit('a'), visit('b')], visit('b', { token: 'renewed' }))
  expect(kept.map(({ token }) => token)).toEqual(['renewed', 'token-a'])
})

test('a phone remembers a dozen and no more', () => {
  const many = Array.from({ length: 20 }, (_, index) => visit(String(index)))
  const kept = many.reduce<OwnVisit[]>((list, own) => withVisit(list, own), [])
  expect(kept).toHaveLength(12)
  expect(kept[0]?.id).toBe('19')
})

test('what is over, or was to end more than a day ago, isn’t open', () => {
  const visits = [
    visit('open'),
    visit('over', { state: 'over' }),
    visit('stale', { departsAt: now - 2 * DAY }),
    visit('line', { state: 'waiting', arrivesAt: null, departsAt: null }),
  ]
  expect(openOnes(visits, now).map(({ id }) => id)).toEqual(['open', 'line'])
})
