import { useTranslation } from 'react-i18next'
import type { Right } from '../../../../shared/domain/user/role.ts'
import { useMayAll } from '../../../live/session-store.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { NotYours } from '../../../session/not-yours.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { ScreenTabs } from '../../../ui/frame/screen-tabs.tsx'
import { OutboxRoom } from './outbox-room.tsx'
import { WayRoom } from './way-room.tsx'
import { WordsRoom } from './words-room.tsx'
import './message.css'

/** What a room is given: the way to the others, which stands above what it shows. */
export interface RoomProps {
  readonly tabs: React.ReactNode
}

const rooms = {
  outbox: { right: 'attend', Room: OutboxRoom },
  words: { right: 'look', Room: WordsRoom },
  way: { right: 'configure', Room: WayRoom },
} as const satisfies Readonly<
  Record<string, { right: Right; Room: (props: RoomProps) => React.ReactNode }>
>

type RoomName = keyof typeof rooms
const roomNames = ['outbox', 'words', 'way'] as const satisfies RoomName[]

/** What drivers are told: what became of each message, in which words, and how they leave. */
export function MessagesSection({ room: asked }: { room: string | null }) {
  const { t } = useTranslation(['message', 'settings'])
  const may = useMayAll()
  const name: RoomName =
    roomNames.find((known) => known === asked) ??
    roomNames.find((known) => may(rooms[known].right)) ??
    'outbox'
  const { right, Room } = rooms[name]
  const tabs = (
    <ScreenTabs
      label={t('message:rooms.label')}
      here={name}
      tabs={roomNames.map((key) => ({
        key,
        title: t(`message:rooms.${key}`),
        href: hrefOf({ screen: 'settings', section: 'messages', open: key }),
      }))}
    />
  )
  if (may(right)) return <Room tabs={tabs} />
  return (
    <Screen title={t('settings:sections.messages')} toolbar={tabs} padded>
      <NotYours right={right} />
    </Screen>
  )
}
