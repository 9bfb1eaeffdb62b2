import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportPeriod } from '../../../../shared/domain/report/period.ts'
import { NeedsNote } from '../../../session/needs.tsx'
import { periodMark } from '../period-name.ts'
import { PeriodPicker } from '../period-picker.tsx'
import { daysOf } from '../period-step.ts'
import { ReportsFrame } from '../reports-frame.tsx'
import { useClock } from '../use-clock.ts'
import { CdrPart } from './cdr-part.tsx'
import { SaveButton } from './save-button.tsx'
import { SiePart } from './sie-part.tsx'
import './bookkeeping.css'

/** Most hand over the month that is over. */
const lastMonth: ReportPeriod = { is: 'ago', unit: 'month', ago: 1 }

/** Files for the books. */
export function BookkeepingTab() {
  const { t } = useTranslation('bookkeeping')
  const clock = useClock()
  const [period, setPeriod] = useState(lastMonth)
  const { firstDay, lastDay } = daysOf(period, clock)
  const mark = periodMark(period, clock)
  return (
    <ReportsFrame
      tab="bookkeeping"
      toolbar={<PeriodPicker period={period} clock={clock} onChange={setPeriod} />}
    >
      <div className="lp-books">
        <NeedsNote right="account" />
        <SiePart firstDay={firstDay} lastDay={lastDay} mark={mark} />
        <section className="lp-panel lp-books-part" aria-labelledby="books-invoices">
          <h2 id="books-invoices">{t('invoices.title')}</h2>
          <p className="lp-soft">{t('invoices.text')}</p>
          <div className="lp-books-acts">
            <SaveButton
              label={t('invoices.save')}
              wanted={{
                file: { kind: 'invoices', firstDay, lastDay, dialect: 'excel-sv' },
                suggestedName: `${t('invoices.fileName', { period: mark })}.csv`,
              }}
            />
          </div>
        </section>
        <CdrPart firstDay={firstDay} lastDay={lastDay} mark={mark} />
      </div>
    </ReportsFrame>
  )
}
