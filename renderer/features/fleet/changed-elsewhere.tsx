import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Tells that another desk has changed what is being typed over, and offers its values. */
export function ChangedElsewhere({ onTake }: { onTake: () => void }) {
  const { t } = useTranslation('fleet')
  return (
    <p className="lp-fleet-elsewhere" role="status">
      <span>{t('vehicle.changedElsewhere')}</span>
      <Button variant="default" size="compact-sm" onClick={onTake}>
        {t('vehicle.takeTheirs')}
      </Button>
    </p>
  )
}
