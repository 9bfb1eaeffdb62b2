import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  caddyExample,
  nginxExample,
} from '../../../../../shared/domain/driver-door/proxy-examples.ts'
import { CopyField } from '../../../../ui/share/copy-field.tsx'
import { doorFlaws, linesIn, urlIn } from './door-form.ts'
import type { DoorForm } from './door-form.ts'

const proxies = ['caddy', 'nginx'] as const
type Proxy = (typeof proxies)[number]
const called = { caddy: 'Caddy', nginx: 'nginx' } as const

/** What the proxy has to be told, with what is typed filled in. */
export function ProxyExample({ form, host }: { form: DoorForm; host: string }) {
  const { t } = useTranslation('driverPage')
  const [proxy, setProxy] = useState<Proxy>('caddy')
  const flaws = doorFlaws(form)
  const isKnown = flaws.publicUrl === undefined && flaws.port === undefined
  const make = proxy === 'caddy' ? caddyExample : nginxExample
  return (
    <section className="lp-example" aria-labelledby="proxy-example">
      <div className="lp-example-head">
        <h4 id="proxy-example">{t('door.example.title')}</h4>
        <SegmentedControl
          aria-label={t('door.example.which')}
          value={proxy}
          data={proxies.map((value) => ({ value, label: called[value] }))}
          onChange={(value) => setProxy(proxies.find((known) => known === value) ?? proxy)}
        />
      </div>
      {isKnown ? (
        <>
          <p className="lp-soft">{t('door.example.lead')}</p>
          <CopyField
            label={t(proxy === 'caddy' ? 'door.example.copyCaddy' : 'door.example.copyNginx')}
            hideLabel
            value={make({
              publicHost: new URL(urlIn(form)).host,
              upstream: upstreamOf(form, host),
            })}
          />
        </>
      ) : (
        <p className="lp-soft">{t('door.example.incomplete')}</p>
      )}
    </section>
  )
}

/** Where the proxy finds the door: on its own machine where it calls from there, else over the network. */
function upstreamOf(form: DoorForm, host: string): string {
  const isHere = linesIn(form).some((line) => /^(?:127\.|::1)/.test(line))
  return `${isHere ? '127.0.0.1' : host}:${form.port.trim()}`
}
