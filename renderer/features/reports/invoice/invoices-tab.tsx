import { Button } from '@mantine/core'
import { IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../../shared/domain/invoice/invoice.ts'
import { useClient } from '../../../live/use-live.ts'
import { usePages } from '../../../live/use-pages.ts'
import { useOnFocus } from '../../../live/use-on-return.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { RowSkeletons } from '../../../ui/frame/skeletons.tsx'
import { ReportsFrame } from '../reports-frame.tsx'
import { everyInvoice, isEvery, questionOf, useInvoiceFilter } from './invoice-filter.ts'
import { InvoiceInspector } from './invoice-inspector.tsx'
import { InvoiceToolbar } from './invoice-toolbar.tsx'
import { RunView } from './run/run-view.tsx'
import { useInvoiceColumns } from './use-invoice-columns.tsx'
import './invoices.css'

/** In the place of an invoice: new ones are made. */
const RUN = 'run'

const rowId = ({ id }: Invoice) => id
const go = ({ id }: Invoice) => navigate({ screen: 'reports', tab: 'invoices', open: id })
const list = () => navigate({ screen: 'reports', tab: 'invoices' })
const begin = () => navigate({ screen: 'reports', tab: 'invoices', open: RUN })

/** Invoices: what is made of bills, and how each stands. */
export function InvoicesTab({ open }: { open: string | null }) {
  return open === RUN ? <RunView onLeave={list} /> : <InvoiceList open={open} />
}

function InvoiceList({ open }: { open: string | null }) {
  const { t } = useTranslation('invoice')
  const hub = useClient()
  const { filter, change } = useInvoiceFilter()
  const question = questionOf(filter)
  const pages = usePages(`invoices:${JSON.stringify(question)}`, (after, signal) =>
    hub.invoice.list(
      { ...question, limit: 200, ...(after === undefined ? {} : { after }) },
      { signal },
    ),
  )
  const columns = useInvoiceColumns()
  const held = useHeldBack('account')
  const { rows, state, error, more, reload, complete } = pages
  useOnFocus(reload)
  const start = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      disabled={held.disabled}
      title={held.title}
      onClick={begin}
    >
      {t('new')}
    </Button>
  )
  const empty = isEvery(filter) ? (
    <EmptyState
      icon={<IconFileInvoice size={40} stroke={1.2} />}
      title={t('empty.title')}
      action={start}
    >
      {t('empty.text')}
    </EmptyState>
  ) : (
    <EmptyState
      icon={<IconFileInvoice size={40} stroke={1.2} />}
      title={t('empty.none')}
      action={
        <Button variant="default" onClick={() => change(everyInvoice)}>
          {t('empty.clear')}
        </Button>
      }
    />
  )
  return (
    <ReportsFrame
      tab="invoices"
      summary={complete && rows.length > 0 ? t('summary', { count: rows.length }) : null}
      actions={start}
      toolbar={<InvoiceToolbar filter={filter} onChange={change} />}
      inspector={
        open === null ? null : (
          <InvoiceInspector key={open} invoiceId={open} onChanged={reload} onClose={list} />
        )
      }
    >
      <ErrorNote error={error} onRetry={reload} />
      <DataTable
        name="invoices"
        label={t('table')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        selectedId={open}
        onOpen={go}
        onEndNear={more}
        empty={state === 'loading' ? <RowSkeletons /> : state === 'failed' ? null : empty}
      />
    </ReportsFrame>
  )
}
