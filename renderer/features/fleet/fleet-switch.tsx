import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../navigation/use-route.ts'
import './fleet.css'

/** The two lists of the fleet, side by side: which one is shown, and the way to the other. */
export function FleetSwitch({ at }: { at: 'vehicles' | 'customers' }) {
  const { t } = useTranslation('fleet')
  return (
    <nav className="lp-fleet-switch" aria-label={t('switch')}>
      {(['vehicles', 'customers'] as const).map((screen) => (
        <a key={screen} href={hrefOf({ screen })} aria-current={screen === at ? 'page' : undefined}>
          {t(`${screen}.title`)}
        </a>
      ))}
    </nav>
  )
}
