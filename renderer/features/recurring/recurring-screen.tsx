import { Button } from '@mantine/core'
import { IconCalendarRepeat, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../live/use-live.ts'
import { NEW } from '../../navigation/route.ts'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { useHeldBack } from '../../session/needs.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { SearchField } from '../../ui/table/search-field.tsx'
import { RuleInspector } from './rule-inspector.tsx'
import { useRuleColumns } from './use-rule-columns.tsx'
import { useRuleWords } from './use-rule-words.ts'
import './recurring.css'

/** The rules that book again and again, each in words, with an inspector to add or change one. */
export function RecurringScreen({ open }: { open: string | null }) {
  const { t } = useTranslation('recurring')
  const all = useRows('recurring')
  const rules = all.filter(({ endedAt }) => endedAt === null)
  const columns = useRuleColumns()
  const heldBack = useHeldBack('plan')
  const words = useRuleWords()
  const [typed, setTyped] = useState('')
  const opened = rules.find((rule) => rule.id === open) ?? null
  const wanted = typed.trim().toLowerCase()
  const found = rules.filter((rule) => words.whole(rule).toLowerCase().includes(wanted))
  const go = (id?: string) => navigate({ screen: 'recurring', ...(id ? { open: id } : {}) })
  const inspecting = open === NEW || opened !== null
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      {...heldBack}
      onClick={() => go(NEW)}
    >
      {t('add')}
    </Button>
  )
  return (
    <Screen
      title={t('title')}
      summary={rules.length > 0 ? t('count', { count: found.length }) : null}
      actions={
        <>
          <Button component="a" variant="default" href={hrefOf({ screen: 'timeline' })}>
            {t('back')}
          </Button>
          {rules.length > 0 ? (
            <>
              <SearchField label={t('search')} value={typed} onChange={setTyped} />
              {inspecting ? null : add}
            </>
          ) : null}
        </>
      }
      inspector={
        inspecting ? (
          <RuleInspector key={opened?.id ?? NEW} rule={opened} onClose={() => go()} />
        ) : null
      }
    >
      <DataTable
        name="recurring"
        label={t('title')}
        rows={found}
        columns={columns}
        rowId={(rule) => rule.id}
        selectedId={open}
        initialSort={{ columnId: 'times', descending: false }}
        onOpen={(rule) => go(rule.id)}
        empty={
          rules.length === 0 ? (
            <EmptyState
              icon={<IconCalendarRepeat size={40} stroke={1.5} />}
              title={t('none')}
              action={inspecting ? null : add}
            >
              {t('noneHint')}
            </EmptyState>
          ) : (
            <EmptyState title={t('noneFound')}>
              {t('noneFoundHint', { typed: inert(typed, 40).text })}
            </EmptyState>
          )
        }
      />
    </Screen>
  )
}
