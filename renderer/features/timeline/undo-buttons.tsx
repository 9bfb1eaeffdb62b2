import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { deskId } from '../../live/desk-id.ts'
import { useMay } from '../../live/session-store.ts'
import { useRows } from '../../live/use-live.ts'
import { useStepWords, useUndo } from './gesture/use-send.ts'

/** Taking this desk's last step back, or doing it again: each says which step that is. Ctrl+Z and Ctrl+Y do it too. */
export function UndoButtons() {
  const { t } = useTranslation('booking')
  const may = useMay('plan')
  const steps = useRows('bookingStep')
  const stepWords = useStepWords()
  const { undo, redo } = useUndo()
  const { last, next } = useMemo(() => {
    const mine = steps
      .filter((step) => step.deskId === deskId())
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return {
      last: mine.findLast(({ state }) => state === 'done'),
      next: mine.find(({ state }) => state === 'undone'),
    }
  }, [steps])
  useEffect(() => {
    if (!may) return undefined
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      void (key === 'y' || event.shiftKey ? redo() : undo())
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  }, [may, undo, redo])
  const undoWords = last ? t('act.undoStep', { step: stepWords(last) }) : t('act.nothingToUndo')
  const redoWords = next ? t('act.redoStep', { step: stepWords(next) }) : t('act.nothingToRedo')
  return (
    <ActionIcon.Group>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={undoWords}
        title={undoWords}
        disabled={last === undefined || !may}
        onClick={() => void undo()}
      >
        <IconArrowBackUp size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={redoWords}
        title={redoWords}
        disabled={next === undefined || !may}
        onClick={() => void redo()}
      >
        <IconArrowForwardUp size={16} aria-hidden="true" />
      </ActionIcon>
    </ActionIcon.Group>
  )
}

/** A field has an undo of its own. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select')
}
