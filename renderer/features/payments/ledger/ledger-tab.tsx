import { SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../../navigation/use-route.ts'
import { useRemembered } from '../../../ui/remembered.ts'
import { SearchField } from '../../../ui/table/search-field.tsx'
import { PaymentsFrame } from '../payments-frame.tsx'
import { BalancesView } from './balances-view.tsx'
import { EntriesView } from './entries-view.tsx'
import { EntryInspector } from './entry-inspector.tsx'
import { useEntries } from './use-entries.ts'
import { WriteDownButton } from './write-down-button.tsx'

const views = ['balances', 'entries'] as const
type View = (typeof views)[number]

const close = () => navigate({ screen: 'payments', tab: 'ledger' })

/** The ledger: what stands on its accounts, and what was entered, newest first. */
export function LedgerTab({ open }: { open: string | null }) {
  const { t } = useTranslation('payments')
  const [view, setView] = useRemembered<View>('payments.ledger', 'balances', (stored) =>
    views.find((known) => known === stored),
  )
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 250)
  const [entered, setEntered] = useState(0)
  const entries = useEntries(view === 'entries' ? search : null, entered)
  const shown = entries.rows.find(({ id }) => String(id) === open)
  return (
    <PaymentsFrame
      tab="ledger"
      actions={<WriteDownButton onEntered={() => setEntered((times) => times + 1)} />}
      toolbar={
        <>
          <SegmentedControl
            aria-label={t('tabs.ledger')}
            value={view}
            data={views.map((value) => ({ value, label: t(`ledger.${value}`) }))}
            onChange={(value) => setView(views.find((known) => known === value) ?? 'balances')}
          />
          {view === 'entries' ? (
            <SearchField label={t('ledger.search')} value={typed} onChange={setTyped} />
          ) : null}
        </>
      }
      inspector={shown ? <EntryInspector key={shown.id} entry={shown} onClose={close} /> : null}
    >
      {view === 'balances' ? (
        <BalancesView entered={entered} />
      ) : (
        <EntriesView entries={entries} open={open} searched={search.trim() !== ''} />
      )}
    </PaymentsFrame>
  )
}
