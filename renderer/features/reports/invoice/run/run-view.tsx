import { Button } from '@mantine/core'
import { IconArrowLeft, IconFileInvoice } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportPeriod } from '../../../../../shared/domain/report/period.ts'
import { useFormat } from '../../../../i18n/use-format.ts'
import { useClient } from '../../../../live/use-live.ts'
import { useQuery } from '../../../../live/use-query.ts'
import { NeedsNote, useHeldBack } from '../../../../session/needs.tsx'
import { ConfirmAct } from '../../../../ui/frame/confirm-act.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../../ui/frame/error-note.tsx'
import { RowSkeletons } from '../../../../ui/frame/skeletons.tsx'
import { PeriodPicker } from '../../period-picker.tsx'
import { daysOf } from '../../period-step.ts'
import { ReportsFrame } from '../../reports-frame.tsx'
import { useClock } from '../../use-clock.ts'
import { usePeriodName } from '../../use-period-words.ts'
import { RunNotes } from './run-notes.tsx'
import { RunOutcome } from './run-outcome.tsx'
import { customersOf, sumsByCurrency } from './run-sums.ts'
import { type DraftRow, useDraftColumns } from './use-draft-columns.tsx'
import { useRun } from './use-run.ts'

const rowId = ({ key }: DraftRow) => key
/** Most invoice the month that is over. */
const lastMonth: ReportPeriod = { is: 'ago', unit: 'month', ago: 1 }

/** New invoices: a period, what it would make, and the run. */
export function RunView({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('invoice')
  const hub = useClient()
  const format = useFormat()
  const clock = useClock()
  const nameOf = usePeriodName()
  const [period, setPeriod] = useState(lastMonth)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const { firstDay, lastDay } = daysOf(period, clock)
  const preview = useQuery(`invoice.preview:${firstDay}:${lastDay}`, (signal) =>
    hub.invoice.preview({ firstDay, lastDay }, { signal }),
  )
  const { progress, run, stop, clear } = useRun()
  const held = useHeldBack('account')
  const toggle = useCallback((customerId: string) => {
    setLeft((before) => {
      const after = new Set(before)
      if (!after.delete(customerId)) after.add(customerId)
      return after
    })
  }, [])
  const columns = useDraftColumns(left, toggle)
  const rows = useMemo(
    () => preview.data?.drafts.map((draft, index) => ({ ...draft, key: String(index) })) ?? [],
    [preview.data],
  )
  const chosen = rows.filter(({ customerId }) => !left.has(customerId))
  const sum = [...sumsByCurrency(chosen)]
    .map(([currency, minor]) => format.money(minor, currency))
    .join(' + ')
  const count = chosen.length
  const lacks = preview.data?.lacks ?? null
  const isGoing = progress.state === 'going'
  const start = async () => {
    setAsking(false)
    await run({ firstDay, lastDay, customerIds: customersOf(chosen) })
    preview.reload()
  }
  const choose = (to: ReportPeriod) => {
    setPeriod(to)
    clear()
  }
  return (
    <ReportsFrame
      tab="invoices"
      summary={rows.length === 0 ? null : t('run.summary', { count, sum })}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
            disabled={isGoing}
            onClick={onLeave}
          >
            {t('run.back')}
          </Button>
          {rows.length === 0 ? null : (
            <Button
              disabled={count === 0 || isGoing || lacks !== null || held.disabled}
              title={held.title}
              onClick={() => setAsking(true)}
            >
              {t('run.act', { count })}
            </Button>
          )}
        </>
      }
      toolbar={<PeriodPicker period={period} clock={clock} onChange={choose} />}
    >
      <div className="lp-invoices-run">
        <NeedsNote right="account" />
        <RunOutcome progress={progress} onStop={stop} />
        <ErrorNote error={preview.error} onRetry={preview.reload} />
        {preview.data ? <RunNotes backlog={preview.data.backlog} lacks={lacks} /> : null}
        <DataTable
          name="invoice-run"
          label={t('run.table')}
          rows={rows}
          columns={columns}
          rowId={rowId}
          onChoose={({ customerId }) => toggle(customerId)}
          empty={
            preview.state === 'loading' ? (
              <RowSkeletons />
            ) : preview.state === 'failed' ? null : (
              <EmptyState icon={<IconFileInvoice size={40} stroke={1.2} />} title={t('run.none')}>
                {t('run.noneText')}
              </EmptyState>
            )
          }
        />
      </div>
      <ConfirmAct
        opened={asking}
        title={t('run.confirmTitle', { period: nameOf(period, clock) })}
        act={t('run.confirm', { count, sum })}
        onConfirm={() => void start()}
        onCancel={() => setAsking(false)}
      >
        {t('run.confirmText')}
      </ConfirmAct>
    </ReportsFrame>
  )
}
