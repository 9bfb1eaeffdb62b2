import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { openStrip } from '../desk-store.ts'
import { HitList } from './hit-list.tsx'
import { listRows } from './list-rows.ts'
import type { ListRow } from './list-rows.ts'
import { onEnter, stepInList } from './on-enter.ts'
import type { EnterFacts, EnterMeans } from './on-enter.ts'
import { openHit, openStay } from './open-hit.ts'
import { useHits } from './use-hits.ts'
import './search.css'

/** The one box of the desk: finds whatever is called so, and takes a plate in by Enter. */
export function DeskSearch({ facts, mayAttend }: { facts: EnterFacts; mayAttend: boolean }) {
  const { t } = useTranslation('desk')
  const [text, setText] = useState('')
  const [at, setAt] = useState(-1)
  const [isOpen, setIsOpen] = useState(false)
  const { hits, isSettled, ask } = useHits(text)
  const listId = useId()
  const rows = listRows(hits, text, { mayAttend, isSettled })
  const leave = () => {
    setText('')
    setAt(-1)
    setIsOpen(false)
  }
  const open = (row: ListRow) => {
    leave()
    if (row.kind === 'hit') openHit(row.hit, facts.shown)
    else openStrip({ plate: row.plate })
  }
  const act = (means: EnterMeans) => {
    if (means.kind === 'hit') open(means)
    else if (means.kind === 'walkUp' && mayAttend) open(means)
    else if (means.kind === 'stay') {
      leave()
      openStay(means.bookingId)
    }
  }
  const enter = async () => {
    const chosen = rows[at]
    if (chosen !== undefined) {
      open(chosen)
      return
    }
    const means = onEnter(text, hits, facts)
    if (means.kind !== 'wait') act(means)
    else act(onEnter(text, await ask().catch(() => []), facts))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setIsOpen(true)
      setAt(stepInList(at, event.key === 'ArrowDown' ? 1 : -1, rows.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      void enter()
    } else if (event.key === 'Escape' && (isOpen || text !== '')) {
      event.preventDefault()
      if (isOpen && text !== '') setIsOpen(false)
      else leave()
    }
  }
  const isShown = isOpen && text.trim() !== ''
  return (
    <div
      className="lp-dk-search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false)
      }}
    >
      <TextInput
        type="search"
        size="xl"
        role="combobox"
        aria-label={t('findLabel')}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && at >= 0 ? `${listId}-${at}` : undefined}
        placeholder={t('find')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(-1)
          setIsOpen(true)
        }}
        onFocus={() => setIsOpen(true)}
        onKeyDown={keys}
        leftSection={<IconSearch size={22} aria-hidden="true" />}
        rightSection={<kbd aria-hidden="true">/</kbd>}
      />
      {isShown ? (
        <HitList id={listId} rows={rows} at={at} isAnswered={hits !== null} onOpen={open} />
      ) : null}
    </div>
  )
}
