import { useTranslation } from 'react-i18next'
import type { Right } from '../../../../shared/domain/user/role.ts'
import { useMay } from '../../../live/session-store.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { NotYours } from '../../../session/not-yours.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { ScreenTabs } from '../../../ui/frame/screen-tabs.tsx'
import { BlocksRoom } from './blocks/blocks-room.tsx'
import { DoorRoom } from './door/door-room.tsx'
import { RulesRoom } from './rules/rules-room.tsx'
import { SignsRoom } from './signs/signs-room.tsx'
import { TryRoom } from './try/try-room.tsx'
import './driver.css'

const rooms = {
  door: { right: 'configure', Room: DoorRoom },
  rules: { right: 'configure', Room: RulesRoom },
  signs: { right: 'attend', Room: SignsRoom },
  blocks: { right: 'attend', Room: BlocksRoom },
  try: { right: 'attend', Room: TryRoom },
} as const satisfies Readonly<Record<string, { right: Right; Room: () => React.ReactNode }>>

type RoomName = keyof typeof rooms
const roomNames = ['door', 'rules', 'signs', 'blocks', 'try'] as const satisfies RoomName[]

/** The driver's page: who can reach it, what may be booked there, its signs, whom it turns away, and a look at it. */
export function DriverSection({ room: asked }: { room: string | null }) {
  const { t } = useTranslation('driverPage')
  const name: RoomName = roomNames.find((known) => known === asked) ?? 'door'
  const { right, Room } = rooms[name]
  const may = useMay(right)
  return (
    <Screen
      title={t('title')}
      toolbar={
        <ScreenTabs
          label={t('rooms.label')}
          here={name}
          tabs={roomNames.map((key) => ({
            key,
            title: t(`rooms.${key}`),
            href: hrefOf({ screen: 'settings', section: 'driver', open: key }),
          }))}
        />
      }
      padded
    >
      {may ? <Room /> : <NotYours right={right} />}
    </Screen>
  )
}
