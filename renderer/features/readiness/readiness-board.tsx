import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/time/instant.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { RowActs } from './act-button.tsx'
import { CarRow } from './car-row.tsx'
import { departureGroups } from './departure-groups.ts'
import type { DepartureGroup } from './departure-groups.ts'
import type { ReadinessRow } from './readiness-row.ts'

/** More than this nobody reads at once. */
const AT_FIRST = 200

const columns = ['departs', 'car', 'place', 'sure', 'energy', 'ready', 'act'] as const

/** The cars under the hours they depart in. Rows out of view keep their place but are not laid out. */
export function ReadinessBoard({
  rows,
  acts,
  now,
}: {
  rows: readonly ReadinessRow[]
  acts: RowActs
  now: Instant
}) {
  const { t } = useTranslation('readiness')
  const timeZone = useLocale((locale) => locale.timeZone)
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, AT_FIRST)
  const groups = useMemo(() => departureGroups(shown, now, timeZone), [shown, now, timeZone])
  const more = rows.length - shown.length
  return (
    <div className="lp-rd-scroll" tabIndex={0} role="region" aria-label={t('title')}>
      <div role="table" aria-label={t('title')} className="lp-rd-table">
        <div role="rowgroup" className="lp-rd-head">
          <div role="row" className="lp-rd-row">
            {columns.map((column) => (
              <div key={column} role="columnheader">
                {t(`columns.${column}`)}
              </div>
            ))}
          </div>
        </div>
        {groups.map((group) => (
          <div key={group.key} role="rowgroup" className="lp-rd-group">
            <GroupHead group={group} now={now} />
            {group.rows.map((row) => (
              <CarRow key={row.id} row={row} acts={acts} now={now} />
            ))}
          </div>
        ))}
      </div>
      {more > 0 ? (
        <Button variant="subtle" color="gray" m="xs" onClick={() => setAll(true)}>
          {t('more', { count: more })}
        </Button>
      ) : null}
    </div>
  )
}

function GroupHead({ group, now }: { group: DepartureGroup; now: Instant }) {
  const { t } = useTranslation('readiness')
  const format = useFormat()
  const { from, until, rows, troubled } = group
  const hour =
    from === null
      ? t('group.overdue')
      : t('group.hour', { from: format.moment(from, now), until: format.clock(until) })
  return (
    <div role="row" className="lp-rd-grouphead" data-overdue={from === null || undefined}>
      <div role="cell" aria-colspan={columns.length}>
        <h2>{hour}</h2>
        <span className="lp-soft">{t('group.cars', { count: rows.length })}</span>
        {troubled > 0 ? (
          <span className="lp-rd-troubled">{t('troubled', { count: troubled })}</span>
        ) : null}
      </div>
    </div>
  )
}
