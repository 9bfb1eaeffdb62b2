import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../../navigation/use-route.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'

/** A stay that the desk has nothing to do with any more, such as one that has left and is settled. */
export function GoneInspector({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('desk')
  return (
    <Inspector title={t('detail.title')} onClose={onClose}>
      <p>{t('detail.gone')}</p>
      <p className="lp-dk-links">
        <a href={hrefOf({ screen: 'timeline', open: id })}>{t('detail.timeline')}</a>
      </p>
    </Inspector>
  )
}
