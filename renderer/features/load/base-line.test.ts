import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { toldBaseW } from './base-line.ts'
import { MIDNIGHT, STOCKHOLM } from './load-fixture.ts'

const hours = (of: (hour: number) => number) => Array.from({ length: 24 }, (_, hour) => of(hour))
const profile = {
  kind: 'profile' as const,
  weekdayW: hours((hour) => 1_000 + hour),
  weekendW: hours((hour) => 500 + hour),
}

test('a profile goes by the hour of the site’s clock, and has its weekends', () => {
  expect(toldBaseW(profile, MIDNIGHT + 7.5 * HOUR, STOCKHOLM)).toBe(1_007)
  expect(toldBaseW(profile, MIDNIGHT - DAY, STOCKHOLM)).toBe(500)
})

test('what only a meter or a file would know is not known here', () => {
  expect(toldBaseW({ kind: 'constant', powerW: 4_000 }, MIDNIGHT, STOCKHOLM)).toBe(4_000)
  for (const kind of ['none', 'series', 'meter'] as const)
    expect(toldBaseW({ kind }, MIDNIGHT, STOCKHOLM)).toBeNull()
})
