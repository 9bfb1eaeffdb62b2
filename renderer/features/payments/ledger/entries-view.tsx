import { IconBook } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerEntry } from '../../../../shared/domain/ledger/entry.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import type { Pages } from '../../../live/use-pages.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { Money } from '../../../payment/money.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'
import { PagedTable } from '../paged-table.tsx'

const rowId = ({ id }: LedgerEntry) => String(id)
const go = ({ id }: LedgerEntry) =>
  navigate({ screen: 'payments', tab: 'ledger', open: String(id) })

/** The entries of the ledger as a table. */
export function EntriesView({
  entries,
  open,
  searched,
}: {
  entries: Pages<LedgerEntry>
  open: string | null
  searched: boolean
}) {
  const { t } = useTranslation('payments')
  const columns = useEntryColumns()
  return (
    <PagedTable
      name="ledger"
      label={t('ledger.entries')}
      pages={entries}
      columns={columns}
      rowId={rowId}
      selectedId={open}
      onOpen={go}
      empty={
        searched ? (
          <EmptyState title={t('empty.match')}>{t('empty.matchText')}</EmptyState>
        ) : (
          <EmptyState icon={<IconBook size={40} stroke={1.2} />} title={t('empty.ledger')}>
            {t('empty.ledgerText')}
          </EmptyState>
        )
      }
    />
  )
}

function useEntryColumns(): TableColumn<LedgerEntry>[] {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const actor = useActorWords()
  const today = useNow(600_000)
  return useMemo(
    (): TableColumn<LedgerEntry>[] => [
      { id: 'id', title: '#', width: 56, align: 'right', fixed: true, cell: ({ id }) => id },
      {
        id: 'when',
        title: t('columns.when'),
        width: 112,
        fixed: true,
        cell: ({ at }) => format.momentSeconds(at, today),
      },
      {
        id: 'kind',
        title: t('columns.reason'),
        width: 136,
        fixed: true,
        cell: ({ kind }) => t(`ledger.kind.${kind}`),
      },
      {
        id: 'amount',
        title: t('columns.amount'),
        width: 112,
        align: 'right',
        fixed: true,
        cell: ({ lines }) => {
          const minor = lines.reduce((sum, line) => sum + Math.max(0, line.amountMinor), 0)
          return <Money minor={minor} currency={lines[0]?.currency ?? 'SEK'} />
        },
      },
      {
        id: 'text',
        title: t('ledger.text'),
        width: 240,
        grow: 1,
        cell: ({ text }) => <InertText text={text} max={160} />,
      },
      { id: 'by', title: t('columns.by'), width: 88, cell: (entry) => actor(entry.actor) },
    ],
    [t, format, actor, today],
  )
}
