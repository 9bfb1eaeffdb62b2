import { IconLockOpen2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import './stations.css'

/** Marks a station that is let in without a password; the risk is said in its title. */
export function NoPasswordMark() {
  const { t } = useTranslation('stations')
  return (
    <span className="lp-no-password" title={t('noPasswordWhy')}>
      <IconLockOpen2 size={14} aria-hidden="true" />
      {t('noPassword')}
    </span>
  )
}
