import { describe, expect, it } from 'vitest'
import { aMessage } from './wire-log-fixture.ts'
import { withNewest, withOlder } from './wire-log-pages.ts'

const rows = (...ids: number[]) => ids.map((id) => aMessage(id))
const ids = (pages: { rows: readonly { id: number }[] }) => pages.rows.map((row) => row.id)

describe('pages of the wire log', () => {
  it('grow at the top while the newest page reaches what is held', () => {
    const held = { rows: rows(3, 2), next: '2' }
    const pages = withNewest(held, { rows: rows(5, 4, 3), next: '3' })
    expect(ids(pages)).toEqual([5, 4, 3, 2])
    expect(pages.next).toBe('2')
  })

  it('let go of what is held rather than hide a gap', () => {
    const pages = withNewest({ rows: rows(3, 2), next: '2' }, { rows: rows(9, 8), next: '8' })
    expect(ids(pages)).toEqual([9, 8])
    expect(pages.next).toBe('8')
  })

  it('see no gap when the newest page is the whole log', () => {
    expect(
      ids(withNewest({ rows: rows(3), next: null }, { rows: rows(9, 3), next: null })),
    ).toEqual([9, 3])
    expect(ids(withNewest({ rows: [], next: null }, { rows: rows(1), next: null }))).toEqual([1])
  })

  it('show the end of an exchange that was waiting', () => {
    const waiting = aMessage(3, { outcome: 'pending', response: null })
    const pages = withNewest({ rows: [waiting], next: null }, { rows: [aMessage(3)], next: null })
    expect(pages.rows.map((row) => row.outcome)).toEqual(['result'])
  })

  it('grow at the bottom without losing a fresher copy', () => {
    const pages = withOlder(
      { rows: rows(5, 4), next: '4' },
      { rows: [aMessage(4, { outcome: 'pending' }), ...rows(3)], next: null },
    )
    expect(ids(pages)).toEqual([5, 4, 3])
    expect(pages.rows[1]?.outcome).toBe('result')
    expect(pages.next).toBeNull()
  })
})
