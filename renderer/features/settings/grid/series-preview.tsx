import { useTranslation } from 'react-i18next'
import type { SeriesKind } from '../../../../shared/contract/series.ts'
import type { RefusedLine } from '../../../../shared/domain/series/series-file.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { HubClient } from '../../../live/link.ts'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { SeriesChart } from './series-chart.tsx'
import { useSeriesValue } from './use-series-value.ts'

/** What a file would bring, as the hub has read it. */
export type SeriesPreviewed = Awaited<ReturnType<HubClient['series']['preview']>>

/** What a file would bring: how much, of when, a picture of it, and every line that can't be taken in. */
export function SeriesPreview({
  kind,
  currency,
  name,
  read,
}: {
  kind: SeriesKind
  currency: string
  name: string
  read: SeriesPreviewed
}) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const write = useSeriesValue(kind, currency)
  const { from, until, lowest, highest } = read
  return (
    <section className="lp-series-preview" aria-label={t('series.file', { name })}>
      <h3>{t('series.file', { name })}</h3>
      {from === null || until === null ? (
        <p>{t('series.nothingReadable')}</p>
      ) : (
        <>
          <ul className="lp-series-facts">
            <li>
              <strong>{t('series.steps', { count: read.count })}</strong>{' '}
              {read.unitTold ? t('series.read', { unit: read.unit }) : null}
            </li>
            <li>
              {t('series.stretch', { from: format.dateTime(from), until: format.dateTime(until) })}
            </li>
            {lowest === null || highest === null ? null : (
              <li>{t('series.range', { lowest: write(lowest), highest: write(highest) })}</li>
            )}
            {read.replaced > 0 ? <li>{t('series.replaced', { count: read.replaced })}</li> : null}
            {read.unitTold ? null : (
              <li className="lp-series-warn">{t('series.unitGuessed', { unit: read.unit })}</li>
            )}
          </ul>
          <SeriesChart
            label={t(`series.chart.${kind}`, {
              from: format.dateTime(from),
              until: format.dateTime(until),
            })}
            values={read.curve}
            from={from}
            until={until}
            write={write}
          />
        </>
      )}
      {read.refusedCount > 0 ? (
        <RefusedLines lines={read.refused} count={read.refusedCount} />
      ) : null}
    </section>
  )
}

function RefusedLines({ lines, count }: { lines: readonly RefusedLine[]; count: number }) {
  const { t } = useTranslation('grid')
  const title =
    count > lines.length ? t('series.refusedFirst', { count }) : t('series.refused', { count })
  return (
    <div className="lp-series-refused" tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('series.line')}</th>
            <th scope="col">{t('series.text')}</th>
            <th scope="col">{t('series.why')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, text, reason }) => (
            <tr key={line}>
              <td className="lp-grid-number">{line}</td>
              <td>
                <InertText text={text} max={80} />
              </td>
              <td>{t(`series.reason.${reason}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
