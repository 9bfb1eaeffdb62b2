import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../../navigation/use-route.ts'

/** The heading of a place below the list of tariffs, with the way back to it. */
export function BackTitle({ title }: { title: string }) {
  const { t } = useTranslation('tariff')
  return (
    <span className="lp-tariff-title">
      <a href={hrefOf({ screen: 'settings', section: 'tariffs' })}>{t('page.back')}</a>
      <IconChevronRight size={14} aria-hidden="true" />
      {title}
    </span>
  )
}
