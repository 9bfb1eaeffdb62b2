import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../live/session-store.ts'
import { useRows } from '../../live/use-live.ts'
import { NEW } from '../../navigation/route.ts'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { useHeldBack } from '../../session/needs.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { ImportLink } from '../../ui/frame/import-link.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { SearchField } from '../../ui/table/search-field.tsx'
import { TokenInspector } from './token-inspector.tsx'
import { useTokenColumns } from './use-token-columns.tsx'

/** The id tokens that may charge here, with a search and an inspector to add or change one. */
export function TokensSection({ open }: { open: string | null }) {
  const { t } = useTranslation('settings')
  const tokens = useRows('idToken')
  const columns = useTokenColumns()
  const heldBack = useHeldBack('plan')
  const mayImport = useMay('operate')
  const [typed, setTyped] = useState('')
  const opened = tokens.find((token) => token.id === open) ?? null
  const wanted = typed.trim().toLowerCase()
  const found = tokens.filter((token) =>
    `${token.idToken} ${token.label} ${token.parentIdToken ?? ''}`.toLowerCase().includes(wanted),
  )
  const go = (id?: string) =>
    navigate({ screen: 'settings', section: 'tokens', ...(id ? { open: id } : {}) })
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden="true" />}
      {...heldBack}
      onClick={() => go(NEW)}
    >
      {t('tokens.add')}
    </Button>
  )
  const inspecting = open === NEW || opened !== null
  return (
    <Screen
      title={t('sections.tokens')}
      summary={tokens.length > 0 ? t('tokens.count', { count: found.length }) : null}
      actions={
        <>
          {tokens.length > 0 ? (
            <SearchField label={t('tokens.search')} value={typed} onChange={setTyped} />
          ) : null}
          {inspecting || !mayImport ? null : (
            <ImportLink href={hrefOf({ screen: 'import', kind: 'idToken' })} />
          )}
          {inspecting || tokens.length === 0 ? null : add}
        </>
      }
      inspector={
        inspecting ? (
          <TokenInspector key={opened?.id ?? NEW} token={opened} onClose={() => go()} />
        ) : null
      }
    >
      <DataTable
        name="tokens"
        label={t('sections.tokens')}
        rows={found}
        columns={columns}
        rowId={(token) => token.id}
        selectedId={open}
        initialSort={{ columnId: 'token', descending: false }}
        onOpen={(token) => go(token.id)}
        empty={
          tokens.length === 0 ? (
            <EmptyState title={t('tokens.none')} action={inspecting ? null : add}>
              {t('tokens.noneHint')}
            </EmptyState>
          ) : (
            <EmptyState title={t('tokens.noneFound')}>
              {t('tokens.noneFoundHint', { typed: inert(typed, 40).text })}
            </EmptyState>
          )
        }
      />
    </Screen>
  )
}
