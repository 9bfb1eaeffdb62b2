import { Button } from '@mantine/core'
import { IconDoorOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useHeldBack } from '../../../session/needs.tsx'
import { navigate } from '../../../navigation/use-route.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'

/** In the place of what needs the page's address, while it has none. */
export function ClosedNote() {
  const { t } = useTranslation('driverPage')
  const heldBack = useHeldBack('configure')
  return (
    <EmptyState
      icon={<IconDoorOff size={40} stroke={1.3} />}
      title={t('door.state.closed')}
      action={
        <Button
          {...heldBack}
          onClick={() => navigate({ screen: 'settings', section: 'driver', open: 'door' })}
        >
          {t('closed.act')}
        </Button>
      }
    >
      {t('closed.note')}
    </EmptyState>
  )
}
