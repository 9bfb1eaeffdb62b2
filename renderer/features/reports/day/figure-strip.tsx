import { useTranslation } from 'react-i18next'
import { dayFigureList } from './day-figure.ts'
import type { DayFigures } from '../../../../shared/domain/report/day-figures.ts'
import { useDayWords } from './use-day-words.ts'

/** What the day came to, each figure beside the day before and the same weekday of the week before. */
export function FigureStrip({ figures, isToday }: { figures: DayFigures; isToday: boolean }) {
  const { t } = useTranslation('reports')
  const wordsOf = useDayWords(isToday)
  return (
    <dl className="lp-day-figures" aria-label={t('day.figures')}>
      {dayFigureList(figures).map((figure) => {
        const { name, value, note, compared } = wordsOf(figure, figures)
        return (
          <div key={figure.name} data-figure={figure.name}>
            <dt>{name}</dt>
            <dd className="lp-day-value">{value}</dd>
            <dd className="lp-soft">{note}</dd>
            {compared.map((sentence) => (
              <dd key={sentence}>{sentence}</dd>
            ))}
          </div>
        )
      })}
    </dl>
  )
}
