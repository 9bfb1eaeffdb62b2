import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { tellAct } from '../../live/last-act.ts'
import type { DeskAct } from '../../live/last-act.ts'
import { useRefusalWords } from '../../ui/words/refusal-words.ts'

/**
 * Makes the Undo of an act for the status bar. The view that did it may be gone by then, so a refusal is told aside.
 */
export function useUndo(): (call: () => Promise<unknown>, said: string) => DeskAct['undo'] {
  const { t } = useTranslation('ui')
  const wordsOf = useRefusalWords()
  return (call, said) => ({
    label: t('undo'),
    run: () => {
      call().then(
        () => tellAct(said),
        (error: unknown) => notifications.show({ message: wordsOf(error), color: 'ink' }),
      )
    },
  })
}
