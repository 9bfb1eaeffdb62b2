import { notifications } from '@mantine/notifications'
import { useClient } from '../../../live/use-live.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { useRefusalWords } from '../../../ui/words/refusal-words.ts'
import { askAbout } from '../desk-store.ts'
import type { CardAct } from './card-acts.ts'
import type { DeskCard } from './desk-card.ts'

/** Carries out what was pressed on a card: at once where nothing can go wrong, else by its dialog. */
export function useCardAct(
  { id }: Pick<DeskCard, 'id'>,
  { onExtend }: { onExtend: () => void },
): (act: CardAct) => void {
  const hub = useClient()
  const wordsOf = useRefusalWords()
  return (act) => {
    switch (act) {
      case 'show':
        navigate({ screen: 'desk', open: id })
        return
      case 'extend':
        onExtend()
        return
      case 'pay':
      case 'settle':
        askAbout({ kind: 'take', id })
        return
      case 'retry':
        hub.walkUp.retry({ id }).catch((error: unknown) => {
          notifications.show({ message: wordsOf(error), color: 'ink' })
        })
        return
      default:
        askAbout({ kind: act, id })
    }
  }
}
