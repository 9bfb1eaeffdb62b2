import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Right } from '../../shared/domain/user/role.ts'
import { changeUser } from '../live/lock.ts'
import { EmptyState } from '../ui/frame/empty-state.tsx'

/** In the place of what is not for whoever is here: who may see it, and the way to log in as one of them. */
export function NotYours({ right }: { right: Right }) {
  const { t } = useTranslation('session')
  return (
    <EmptyState
      icon={<IconLock size={40} stroke={1.5} />}
      title={t('notYours.title')}
      action={
        <Button variant="default" onClick={changeUser}>
          {t('notYours.change')}
        </Button>
      }
    >
      {t(`needs.${right}`)}
    </EmptyState>
  )
}
