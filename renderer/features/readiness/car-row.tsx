import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Figure } from '../../ui/mark/figure.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { ReadinessMark } from '../../ui/mark/readiness-mark.tsx'
import { ActButton } from './act-button.tsx'
import type { RowActs } from './act-button.tsx'
import { EnergyCell } from './energy-cell.tsx'
import type { ReadinessRow } from './readiness-row.ts'

type CarRowProps = { row: ReadinessRow; acts: RowActs; now: Instant }

/** One car on the board; drawn again only when something in it changed. */
export const CarRow = memo(CarLine, (before, after) => {
  const same = before.acts === after.acts && before.now === after.now
  return (
    same && (before.row === after.row || JSON.stringify(before.row) === JSON.stringify(after.row))
  )
})

function CarLine({ row, acts, now }: CarRowProps) {
  const { t } = useTranslation('readiness')
  const { fare, plate, vehicle, customer, station, connector } = row
  const about = [vehicle, customer].filter((text) => text !== '').join(' · ')
  return (
    <div role="row" className="lp-rd-row" data-readiness={fare.readiness}>
      <div role="cell" className="lp-rd-departs">
        <Departs at={row.booking.departsAt} now={now} />
      </div>
      <div role="cell" className="lp-rd-car">
        <strong>{plate === '' ? t('unnamed') : <InertText text={plate} max={24} />}</strong>
        {about === '' ? null : (
          <span className="lp-soft">
            <InertText text={about} max={80} />
          </span>
        )}
      </div>
      <div role="cell" className="lp-rd-place">
        {station === '' ? <span className="lp-soft">{t('noPlace')}</span> : null}
        <InertText text={station} max={40} />
        {connector === null ? null : <span className="lp-soft"> · {connector}</span>}
      </div>
      <div role="cell" className="lp-rd-sure">
        <ReadinessMark readiness={fare.readiness} size="1.15em" />
        <Cause row={row} />
      </div>
      <div role="cell" className="lp-rd-energy">
        <EnergyCell fare={fare} />
      </div>
      <div role="cell" className="lp-rd-ready">
        <ReadyBy row={row} now={now} />
      </div>
      <div role="cell" className="lp-rd-act">
        <ActButton row={row} acts={acts} now={now} />
      </div>
    </div>
  )
}

/** Relative while it is less than an hour away, with the clock time beside it. */
function Departs({ at, now }: { at: Instant; now: Instant }) {
  const { t } = useTranslation('readiness')
  const format = useFormat()
  const away = at - now
  const near = Math.abs(away) < HOUR
  const duration = format.duration(Math.abs(away))
  const words =
    Math.abs(away) < MINUTE ? t('now') : t(away > 0 ? 'inMinutes' : 'sinceMinutes', { duration })
  return (
    <>
      <strong>{near ? words : format.moment(at, now)}</strong>
      {near ? <span className="lp-soft">{format.clock(at)}</span> : null}
    </>
  )
}

function Cause({ row: { fare } }: { row: ReadinessRow }) {
  const { t } = useTranslation('readiness')
  const format = useFormat()
  const { because, shortfallWh, slackMs } = fare
  if (because === null) return null
  const slack = slackMs === null ? 0 : Math.max(0, slackMs)
  const words =
    because === 'littleSlack'
      ? slack < MINUTE
        ? t('cause.noSlack')
        : t('cause.littleSlack', { slack: format.duration(slack) })
      : t(`cause.${because}`)
  const short =
    shortfallWh > 0 && fare.readiness === 'late'
      ? `${t('short', { energy: inWords(format.energy(shortfallWh)) })}: `
      : ''
  return (
    <span className="lp-rd-cause" title={`${short}${words}`}>
      {short}
      {words}
    </span>
  )
}

function ReadyBy({ row: { fare }, now }: { row: ReadinessRow; now: Instant }) {
  const { t } = useTranslation('readiness')
  const format = useFormat()
  if (fare.readiness === 'ready') {
    if (fare.readyAt === null) return <span className="lp-soft">{t('readyNow')}</span>
    return <span>{format.moment(fare.readyAt, now)}</span>
  }
  if (fare.readiness === 'late') return <span className="lp-rd-never">{t('never')}</span>
  if (fare.readyAt === null) return <Figure value={{ number: '–', unit: '' }} />
  return <span>{format.moment(fare.readyAt, now)}</span>
}
