import { Button } from '@mantine/core'
import { IconRefresh, IconTable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { RowSkeletons } from '../../../ui/frame/skeletons.tsx'
import { MINUTE } from '../../../../shared/time/instant.ts'
import { stepped } from '../period-step.ts'
import type { Clock } from '../period-step.ts'
import { usePeriodName } from '../use-period-words.ts'
import type { Draft } from './draft.ts'
import { change } from './draft-store.ts'
import { PreviewTable } from './preview-table.tsx'
import type { Preview } from './use-preview.ts'

/** The report as its file would be; what was shown before stays, faded, until what is wanted now is here. */
export function PreviewPanel({
  draft,
  clock,
  preview,
  isLost,
}: {
  draft: Draft
  clock: Clock
  preview: Preview
  /** Whether the hub is out of reach, which the window says already. */
  isLost: boolean
}) {
  const { t } = useTranslation('reports')
  const { head, pages, sums, isOld, reload } = preview
  const report = t(`export.kind.${draft.kind}`)
  const isEmpty = pages.state === 'ready' && pages.rows.length === 0
  return (
    <div className="lp-preview-panel" data-old={isOld || undefined} aria-busy={isOld}>
      {isLost ? null : <ErrorNote error={pages.error ?? sums.error} onRetry={reload} />}
      {isEmpty ? (
        <NothingThere draft={draft} clock={clock} />
      ) : head === null || (pages.rows.length === 0 && pages.state === 'loading') ? (
        pages.error === null ? (
          <RowSkeletons height={28} rows={14} />
        ) : null
      ) : (
        <PreviewTable
          label={t('export.preview.label', { report })}
          head={head}
          rows={pages.rows}
          sums={draft.withTotals ? (sums.data?.totals ?? []) : []}
          count={sums.data?.rows ?? null}
          onEndNear={pages.more}
        />
      )}
      <PreviewFoot preview={preview} />
    </div>
  )
}

function NothingThere({ draft, clock }: { draft: Draft; clock: Clock }) {
  const { t } = useTranslation('reports')
  const nameOf = usePeriodName()
  const period = nameOf(draft.period, clock)
  const isNarrowed = Object.keys(draft.filter).length > 0
  return (
    <EmptyState
      icon={<IconTable size={40} stroke={1.2} />}
      title={t('export.preview.emptyTitle')}
      action={
        <Button
          variant="default"
          onClick={() =>
            change(isNarrowed ? { filter: {} } : { period: stepped(draft.period, -1, clock) })
          }
        >
          {t(isNarrowed ? 'export.filter.clear' : 'export.preview.back')}
        </Button>
      }
    >
      {t(isNarrowed ? 'export.preview.emptyFiltered' : 'export.preview.empty', { period })}
    </EmptyState>
  )
}

function PreviewFoot({ preview: { head, sums, reload } }: { preview: Preview }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const now = useNow(MINUTE)
  const count = sums.data?.rows
  return (
    <footer className="lp-preview-foot">
      <strong>
        {count === undefined
          ? sums.state === 'loading'
            ? t('export.preview.counting')
            : ''
          : t('export.preview.rows', { count, rows: format.number(count) })}
      </strong>
      <span className="lp-soft">{t('export.preview.same')}</span>
      {head === null ? null : (
        <span className="lp-soft lp-preview-read">
          {t('export.preview.asOf', { at: format.moment(head.readAt, now) })}
        </span>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconRefresh size={14} aria-hidden="true" />}
        onClick={reload}
      >
        {t('export.preview.again')}
      </Button>
    </footer>
  )
}
