import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../../../navigation/use-route.ts'
import { pageUrl } from './door-form.ts'
import type { DoorForm } from './door-form.ts'

const toSee = {
  lan: ['door.check.lan.phones', 'door.check.lan.plain', 'door.check.lan.fixed'],
  proxy: ['door.check.proxy.set', 'door.check.proxy.name', 'door.check.proxy.alone'],
  tls: ['door.check.tls.name', 'door.check.tls.port', 'door.check.tls.renew'],
} as const

/** The last look before it is open: where it will be, what has to be so outside of Laddplan, what drivers see. */
export function CheckStep({ form, host }: { form: DoorForm; host: string }) {
  const { t } = useTranslation('driverPage')
  const { exposure, port } = form
  return (
    <div className="lp-check">
      <p>
        {t('door.check.willBe')} <code>{pageUrl(form, host)}</code>
      </p>
      <ul>
        {toSee[exposure].map((key) => (
          <li key={key}>{t(key, { port: port.trim() })}</li>
        ))}
      </ul>
      <p>{t('door.check.visible')}</p>
      <p>
        {t('door.check.rules')}{' '}
        <a href={hrefOf({ screen: 'settings', section: 'driver', open: 'rules' })}>
          {t('door.check.rulesLink')}
        </a>
        .
      </p>
    </div>
  )
}
