import { SegmentedControl, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChip } from '../../ui/table/filter-chip.tsx'
import { look, useLoadView } from './load-view.ts'
import type { Split } from './load-view.ts'
import { spans } from './span.ts'
import { useOfChoices } from './use-of-choices.ts'

/** Whose load, how much time, and how it is drawn. */
export function LoadToolbar({
  split,
  splits,
  children,
}: {
  /** By what it is split now, chosen or not. */
  split: Split
  splits: readonly Split[]
  /** What goes through time. */
  children: ReactNode
}) {
  const { t } = useTranslation('load')
  const { span, shape, compared } = useLoadView()
  const { choices, value, onChoose } = useOfChoices()
  return (
    <>
      <Select
        size="sm"
        w={176}
        aria-label={t('of.label')}
        allowDeselect={false}
        searchable
        limit={200}
        data={choices}
        value={value}
        onChange={onChoose}
      />
      <SegmentedControl
        aria-label={t('span.label')}
        value={span}
        data={spans.map((name) => ({ value: name, label: t(`span.${name}`) }))}
        onChange={(chosen) => look({ span: spans.find((name) => name === chosen) ?? 'day' })}
      />
      {children}
      <Select
        size="sm"
        w={128}
        aria-label={t('split.label')}
        allowDeselect={false}
        data={splits.map((name) => ({ value: name, label: t(`split.${name}`) }))}
        value={split}
        onChange={(chosen) => look({ split: splits.find((name) => name === chosen) ?? null })}
      />
      {split === 'none' || split === 'phase' ? null : (
        <SegmentedControl
          aria-label={t('shape.label')}
          value={shape}
          data={[
            { value: 'areas', label: t('shape.areas') },
            { value: 'lines', label: t('shape.lines') },
          ]}
          onChange={(chosen) => look({ shape: chosen === 'lines' ? 'lines' : 'areas' })}
        />
      )}
      {split === 'phase' ? null : (
        <FilterChip
          label={t(`compare.${span}`)}
          title={t('compare.label')}
          pressed={compared}
          icon={
            <svg width="20" height="8" aria-hidden="true">
              <path d="M0 4h20" stroke="currentColor" strokeWidth="1.5" strokeDasharray="5 4" />
            </svg>
          }
          onPress={() => look({ compared: !compared })}
        />
      )}
    </>
  )
}
