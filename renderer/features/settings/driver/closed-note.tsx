import { Button } from '@mantine/core'
import { IconWorldOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useHeldBack } from '../../../session/needs.tsx'
import { navigate } from '../../../navigation/use-route.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'

/** In the place of what needs the page's address, while it has none. */
export function ClosedNote({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('driverPage')
  const heldBack = useHeldBack('configure')
  return (
    <EmptyState
      icon={<IconWorldOff size={40} stroke={1.3} />}
      title={t('closed.title')}
      action={
        <Button
          {...heldBack}
          onClick={() => navigate({ screen: 'settings', section: 'driver', open: 'door' })}
        >
          {t('closed.act')}
        </Button>
      }
    >
      {children ?? t('closed.note')}
    </EmptyState>
  )
}
