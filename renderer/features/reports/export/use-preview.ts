import { useState } from 'react'
import type { ReportPage } from '../../../../shared/contract/report.ts'
import type { ReportSpec } from '../../../../shared/domain/report/spec.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { useClient } from '../../../live/use-live.ts'
import { usePages } from '../../../live/use-pages.ts'
import type { Pages } from '../../../live/use-pages.ts'
import { useQuery } from '../../../live/use-query.ts'
import type { Query } from '../../../live/use-query.ts'
import { textOf } from './draft.ts'

/** How many rows come at once: more than the tallest screen shows. */
const PAGE = 200

/** The head of what is shown, and when it was read. */
export type PreviewHead = Pick<ReportPage, 'columns' | 'header' | 'stretch'> & {
  readonly readAt: Instant
}

/** How many rows there are, and what the file would end with. */
export interface Sums {
  readonly rows: number
  readonly totals: readonly (readonly string[])[]
}

export interface Preview {
  readonly head: PreviewHead | null
  readonly pages: Pages<readonly string[]>
  readonly sums: Query<Sums>
  /** Whether what is shown still is the answer to what was asked before. */
  readonly isOld: boolean
  /** Reads it all again: the site goes on while one looks. */
  readonly reload: () => void
}

/** A report as its file would be, page by page, and its sums; null is a report that can't be asked for. */
export function usePreview(spec: ReportSpec | null): Preview {
  const hub = useClient()
  const [head, setHead] = useState<PreviewHead | null>(null)
  const key = spec === null ? '' : textOf(spec)
  const pages = usePages<readonly string[]>(`report.preview:${key}`, async (after, signal) => {
    if (spec === null) return { rows: [], next: null }
    const input = { spec, limit: PAGE, ...(after === undefined ? {} : { after }) }
    const { rows, next, columns, header, stretch } = await hub.report.preview(input, { signal })
    if (after === undefined) setHead({ columns, header, stretch, readAt: Date.now() })
    return { rows, next }
  })
  const sums = useQuery<Sums>(`report.sums:${key}`, async (signal) =>
    spec === null ? { rows: 0, totals: [] } : hub.report.sums({ spec }, { signal }),
  )
  return {
    head,
    pages,
    sums,
    isOld: pages.state === 'loading' && head !== null,
    reload: () => {
      pages.reload()
      sums.reload()
    },
  }
}
