import { Button, Select } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { reportKind } from '../../../../shared/domain/report/report-kind.ts'
import { PeriodPicker } from '../period-picker.tsx'
import type { Clock } from '../period-step.ts'
import { ofKind } from './draft.ts'
import type { Draft } from './draft.ts'
import { change } from './draft-store.ts'
import { FilterMenu } from './filter-menu.tsx'

/** Which report, over what time, narrowed down by what. */
export function ExportToolbar({
  draft,
  clock,
  side,
  onSide,
}: {
  draft: Draft
  clock: Clock
  /** Whether columns and file are open beside the preview. */
  side: boolean
  onSide: (open: boolean) => void
}) {
  const { t } = useTranslation('reports')
  return (
    <>
      <Select
        size="sm"
        w={190}
        aria-label={t('export.kindLabel')}
        allowDeselect={false}
        value={draft.kind}
        data={reportKind.options.map((value) => ({ value, label: t(`export.kind.${value}`) }))}
        onChange={(chosen) => {
          const kind = reportKind.options.find((known) => known === chosen)
          if (kind) change(ofKind(draft, kind))
        }}
      />
      <PeriodPicker period={draft.period} clock={clock} onChange={(period) => change({ period })} />
      <FilterMenu draft={draft} />
      <Button
        className="lp-reports-side-act"
        variant="default"
        leftSection={<IconColumns3 size={15} aria-hidden="true" />}
        aria-expanded={side}
        onClick={() => onSide(!side)}
      >
        {t('export.side.show')}
      </Button>
    </>
  )
}
