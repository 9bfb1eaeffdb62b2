import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { MINUTE } from '../../../../shared/time/instant.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { useSite } from '../../../live/use-live.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { dayFigureList } from './day-figure.ts'
import { HourTable } from './hour-table.tsx'
import type { ShownDay } from './use-day.ts'
import { useDayWords } from './use-day-words.ts'
import '../../../payment/receipt/receipt.css'
import './day-paper.css'

/** The day on a sheet of A4, beside the window rather than in it; says how tall the sheet is once it is drawn, px. */
export function DayPaper({
  shown: { figures, hours },
  title,
  isToday,
  onDrawn,
}: {
  shown: ShownDay
  /** The day in full. */
  title: string
  isToday: boolean
  onDrawn: (sheetsPx: readonly number[]) => void
}) {
  const { t } = useTranslation(['reports', 'payment'])
  const format = useFormat()
  const wordsOf = useDayWords(isToday)
  const site = inert(useSite()?.name ?? '', 80).text
  const madeAt = useNow(MINUTE)
  const sheet = useRef<HTMLElement>(null)
  const tell = useRef(onDrawn)
  tell.current = onDrawn
  useEffect(() => tell.current([sheet.current?.getBoundingClientRect().height ?? 1]), [])
  const { day, untilAt } = figures
  const money = (minor: number) => format.money(minor, day.currency)
  return createPortal(
    <div className="lp-paper" data-paper="a4" aria-hidden="true">
      <article className="lp-day-sheet" ref={sheet}>
        <header>
          <p>{site}</p>
          <h1>{t('reports:day.paper.title')}</h1>
          <p>
            <strong>{title}</strong>
            {isToday ? ` · ${t('reports:day.paper.counted', { at: format.clock(untilAt) })}` : ''}
          </p>
        </header>
        <table>
          <tbody>
            {dayFigureList(figures).map((figure) => {
              const { name, value, note, compared } = wordsOf(figure, figures)
              return (
                <tr key={figure.name}>
                  <th scope="row">{name}</th>
                  <td>
                    <strong>{value}</strong>
                  </td>
                  <td>{note}</td>
                  <td>{compared.join('; ')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <h2>{t('reports:day.means.title')}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('reports:day.means.means')}</th>
              <th scope="col">{t('reports:day.means.payments')}</th>
              <th scope="col">{t('reports:day.means.taken')}</th>
              <th scope="col">{t('reports:day.means.refunded')}</th>
              <th scope="col">{t('reports:day.means.net')}</th>
            </tr>
          </thead>
          <tbody>
            {day.byMeans.map(({ means, takenMinor, refundedMinor, payments }) => (
              <tr key={means}>
                <th scope="row">{t(`payment:means.${means}`)}</th>
                <td>{format.number(payments)}</td>
                <td>{money(takenMinor)}</td>
                <td>{money(-refundedMinor)}</td>
                <td>
                  <strong>{money(takenMinor - refundedMinor)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{t('reports:day.paper.hours')}</h2>
        <HourTable hours={hours} currency={day.currency} />
        <footer>
          {t('reports:day.paper.page')} ·{' '}
          {t('reports:day.paper.made', { at: format.dateTime(madeAt) })}
        </footer>
      </article>
    </div>,
    document.body,
  )
}
