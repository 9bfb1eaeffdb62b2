import { SegmentedControl, Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { periodUnit } from '../../../../shared/domain/report/period.ts'
import type { ReportKind } from '../../../../shared/domain/report/report-kind.ts'
import { reportDialect } from '../../../../shared/domain/report/spec.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { Co2Factor } from './co2-factor.tsx'
import { dialectExample } from './dialect-example.ts'
import type { Draft } from './draft.ts'
import { change } from './draft-store.ts'

const dialectWord = { 'excel-sv': 'excelSv', rfc4180: 'rfc4180' } as const
const groupings = ['period', ...periodUnit.options] as const
const co2Choices = ['vehicle', 'customer', 'station'] as const

/** The kinds that sum up over a stretch of time. */
const sumsUp: ReadonlySet<ReportKind> = new Set(['vat', 'energyPerVehicle', 'co2'])

/** How the file is written: for whom, with sums or without, and what a row stands for where that can be chosen. */
export function FileFields({ draft, onFactor }: { draft: Draft; onFactor: () => void }) {
  const { t } = useTranslation('reports')
  const timeZone = useLocale((locale) => locale.timeZone)
  const { kind, dialect, withTotals, groupBy, co2Of } = draft
  return (
    <div className="lp-reports-file">
      <SegmentedControl
        fullWidth
        aria-label={t('export.side.dialect')}
        value={dialect}
        data={reportDialect.options.map((value) => ({
          value,
          label: t(`export.side.${dialectWord[value]}`),
        }))}
        onChange={(chosen) => {
          const known = reportDialect.options.find((one) => one === chosen)
          if (known) change({ dialect: known })
        }}
      />
      <p className="lp-soft">{t(`export.side.${dialectWord[dialect]}Hint`)}</p>
      <code aria-label={t('export.side.example')}>{dialectExample(dialect, timeZone)}</code>
      <Switch
        label={t('export.side.totals')}
        checked={withTotals}
        onChange={(event) => change({ withTotals: event.currentTarget.checked })}
      />
      {sumsUp.has(kind) ? (
        <Select
          size="sm"
          label={t('export.side.groupBy')}
          allowDeselect={false}
          value={groupBy}
          data={groupings.map((value) => ({ value, label: t(`export.side.${value}`) }))}
          onChange={(chosen) => {
            const known = groupings.find((one) => one === chosen)
            if (known) change({ groupBy: known })
          }}
        />
      ) : null}
      {kind === 'co2' ? (
        <>
          <Select
            size="sm"
            label={t('export.side.co2Of')}
            allowDeselect={false}
            value={co2Of}
            data={co2Choices.map((value) => ({ value, label: t(`export.side.${value}`) }))}
            onChange={(chosen) => {
              const known = co2Choices.find((one) => one === chosen)
              if (known) change({ co2Of: known })
            }}
          />
          <Co2Factor onSaved={onFactor} />
        </>
      ) : null}
    </div>
  )
}
