import { IconChevronDown } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { Figure } from '../../../ui/mark/figure.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { StateWord } from '../../../ui/mark/state-dot.tsx'
import type { Place } from './places.ts'
import type { ZoneRow } from './rows.ts'
import { fold } from '../view-store.ts'

/** The head of a connector's row: name, what it can give, what it does, and its power now. */
export const RowHead = memo(function RowHead({
  place,
  first,
  top,
  height,
  stale,
}: {
  place: Place
  first: boolean
  top: number
  height: number
  /** The rows are not live just now. */
  stale: boolean
}) {
  const format = useFormat()
  const { connector, station, state, powerW } = place
  return (
    <div
      className="lp-tl-rowhead"
      data-state={state}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <div className="lp-tl-rowname">
        <span className="lp-tl-station" data-again={!first || undefined}>
          {inert(station.name, 30).text}
        </span>
        {place.of > 1 ? <span className="lp-tl-number">{connector.connectorId}</span> : null}
        {connector.maxPowerW === null ? null : (
          <span className="lp-tl-power">
            {format.number(connector.maxPowerW / 1_000, connector.maxPowerW % 1_000 < 50 ? 0 : 1)}{' '}
            kW
          </span>
        )}
      </div>
      <div className="lp-tl-rowstate">
        <StateWord state={state} />
        {powerW === null ? null : <Figure value={format.power(powerW)} faded={stale} />}
      </div>
    </div>
  )
})

/** The head of a zone; pressed it folds its rows away. */
export const ZoneHead = memo(function ZoneHead({ row }: { row: ZoneRow }) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  const name = row.zone === '' ? t('zone.none') : inert(row.zone, 40).text
  return (
    <button
      type="button"
      className="lp-tl-zone"
      aria-expanded={!row.collapsed}
      style={{ transform: `translateY(${row.top}px)`, height: row.height }}
      onClick={() => fold(row.zone)}
    >
      <IconChevronDown size={14} aria-hidden="true" className="lp-tl-chevron" />
      <span className="lp-tl-zonename">{name}</span>
      <span className="lp-tl-zonecount">{t('zone.connectors', { count: row.places })}</span>
      {row.faulted > 0 ? (
        <span className="lp-tl-zonefault">{t('zone.faulted', { count: row.faulted })}</span>
      ) : null}
      {row.powerW > 0 ? <Figure value={format.power(row.powerW)} /> : null}
    </button>
  )
})
