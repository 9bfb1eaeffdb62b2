import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { searchPalette } from './palette-search.ts'
import { StopDialog } from '../stop-dialog.tsx'
import { usePaletteEntries } from './use-palette-entries.ts'
import './palette.css'

/** Ctrl+K: every daily act, and the way to any station, transaction or token. */
export function Palette({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation('shell')
  const [typed, setTyped] = useState('')
  const [stopping, setStopping] = useState<Transaction | null>(null)
  return (
    <>
      <Spotlight.Root
        query={typed}
        onQueryChange={setTyped}
        shortcut="mod + K"
        tagsToIgnore={[]}
        scrollable
        maxHeight={460}
        transitionProps={{ duration: 120 }}
        overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
        centered={false}
        yOffset={64}
        attributes={{ content: { 'aria-label': t('bar.palette') } }}
      >
        <Spotlight.Search
          placeholder={t('palette.placeholder')}
          aria-label={t('palette.placeholder')}
          leftSection={<IconSearch size={18} aria-hidden="true" />}
        />
        <Found typed={typed} onShortcuts={onShortcuts} onStop={setStopping} />
      </Spotlight.Root>
      <StopDialog transaction={stopping} onClose={() => setStopping(null)} />
    </>
  )
}

// A component of its own: the rows are read only while the palette is open.
function Found(props: {
  typed: string
  onShortcuts: () => void
  onStop: (transaction: Transaction) => void
}) {
  const { t } = useTranslation('shell')
  const entries = usePaletteEntries({ onShortcuts: props.onShortcuts, onStop: props.onStop })
  const found = searchPalette(entries, props.typed)
  const groups = [...Map.groupBy(found, (entry) => entry.group)]
  return (
    <Spotlight.ActionsList>
      {groups.map(([group, members]) => (
        <Spotlight.ActionsGroup key={group} label={t(`palette.${group}`)}>
          {members.map((entry) => (
            <Spotlight.Action
              key={entry.id}
              label={entry.label}
              {...(entry.hint === undefined ? {} : { description: entry.hint })}
              onClick={entry.run}
            />
          ))}
        </Spotlight.ActionsGroup>
      ))}
      {found.length === 0 ? <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty> : null}
    </Spotlight.ActionsList>
  )
}
