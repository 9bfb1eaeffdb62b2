import { Fragment, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useSite } from '../../live/use-live.ts'
import { within } from './bar/index-bars.ts'
import { placeName } from './timeline-grid.tsx'
import { useBarWords } from './bar/use-bar-words.ts'
import type { TimelineData } from './use-timeline-data.ts'
import { shownRange } from './view-store.ts'
import './print.css'

/** What is on screen as a table in black on white, by row; prints itself and says when that is over. */
export function PrintTable({ data, onDone }: { data: TimelineData; onDone: () => void }) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  const words = useBarWords()
  const site = useSite()
  useEffect(() => {
    addEventListener('afterprint', onDone, { once: true })
    print()
    return () => removeEventListener('afterprint', onDone)
  }, [onDone])
  const { from, until } = shownRange()
  return createPortal(
    <div className="lp-print">
      <h1>{site?.name}</h1>
      <p>
        {t('print.range', { from: format.dateTime(from), until: format.dateTime(until) })} ·{' '}
        {t('print.printed', { at: format.dateTime(data.now) })}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('print.place')}</th>
            <th>{t('print.arrives')}</th>
            <th>{t('print.departs')}</th>
            <th>{t('inspector.plate')}</th>
            <th>{t('inspector.customer')}</th>
            <th>{t('print.energy')}</th>
            <th>{t('print.state')}</th>
            <th>{t('inspector.note')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => {
            const bookings = data.index.rows.get(row.key)
            if (row.kind === 'zone' || bookings === undefined) return null
            return (
              <Fragment key={row.key}>
                {within(bookings, from, until).map((booking, index) => {
                  const bar = data.modelOf(booking)
                  return (
                    <tr key={booking.id} data-first={index === 0 || undefined}>
                      <td>{index === 0 ? placeName(row.place) : ''}</td>
                      <td>{format.moment(booking.arrivesAt, from)}</td>
                      <td>{format.moment(booking.departsAt, booking.arrivesAt)}</td>
                      <td>{words.who(bar)}</td>
                      <td>{bar.customer}</td>
                      <td>{words.energy(bar)}</td>
                      <td>{words.what(bar)}</td>
                      <td>{booking.note}</td>
                    </tr>
                  )
                })}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}
