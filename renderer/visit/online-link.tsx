import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { listOf } from '../live/replica.ts'
import { useLiveStore } from '../live/store.ts'
import { hrefOf } from '../navigation/use-route.ts'
import { pendingCount } from './pending.ts'
import { PhoneMark } from './phone-mark.tsx'
import './visit.css'

/** The way to what drivers asked for from their phones, with how many of it are pending. */
export function OnlineLink({ className }: { className?: string }) {
  const { t } = useTranslation('visit')
  const count = useLiveStore(({ tables }) => pendingCount(listOf(tables.visit)))
  const name = count === 0 ? t('named') : t('linkNamed', { count })
  return (
    <Button
      component="a"
      variant="default"
      {...(className === undefined ? {} : { className })}
      href={hrefOf({ screen: 'online' })}
      aria-label={name}
      title={name}
      leftSection={<PhoneMark size={16} />}
      rightSection={count === 0 ? null : <span className="lp-online-count">{count}</span>}
    >
      {t('link')}
    </Button>
  )
}
