import { Checkbox, Select, type SelectProps } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseTariff } from '../../../../shared/domain/tariff/choose.ts'
import { useRows } from '../../../live/use-live.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { customerChoices } from '../../../ui/input/fleet-choices.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useStationChoices } from './use-station-choices.ts'
import { useTariffBook } from './use-tariff-book.ts'

/** Asks which tariff would hold for a stay that begins now, and tells why: by the very rule that bills are made by. */
export function WhichTariff({ timeZone, now }: { timeZone: string; now: number }) {
  const { t } = useTranslation(['tariff', 'payment'])
  const { stations, connectorsOf } = useStationChoices()
  const customers = useRows('customer')
  const tokens = useRows('idToken')
  const tariffs = useRows('tariff')
  const book = useTariffBook(timeZone)
  const [place, setPlace] = useState<string | null>(null)
  const [customerId, setCustomerId] = useState<string | null>(null)
  const [idToken, setIdToken] = useState<string | null>(null)
  const [isFlexible, setIsFlexible] = useState(false)
  const places = useMemo(
    () =>
      stations.flatMap(({ value: stationId, label }) =>
        connectorsOf(stationId).map(({ value }) => ({
          value: `${stationId} ${value}`,
          label: `${label} · ${value}`,
        })),
      ),
    [stations, connectorsOf],
  )
  const [stationId = null, connectorId] = place?.split(' ') ?? []
  const chosen = chooseTariff(book, {
    startsAt: now,
    stationId,
    connectorId: connectorId === undefined ? null : Number(connectorId),
    customer: customers.find(({ id }) => id === customerId) ?? null,
    ...{ idToken, isFlexible },
  })
  const tariff = tariffs.find(({ id }) => id === chosen.version?.tariffId)
  return (
    <section className="lp-panel lp-tariff-which" aria-label={t('scope.which.title')}>
      <h2>{t('scope.which.title')}</h2>
      <div className="lp-tariff-figures">
        <Which
          label={t('scope.which.station')}
          none={t('scope.which.anywhere')}
          data={places}
          value={place}
          onChange={setPlace}
        />
        <Which
          label={t('scope.which.customer')}
          none={t('scope.which.nobody')}
          data={customerChoices(customers, customerId)}
          value={customerId}
          onChange={setCustomerId}
        />
        <Which
          label={t('scope.which.token')}
          none={t('scope.which.nobody')}
          data={[...new Set(tokens.map((token) => token.idToken))]}
          value={idToken}
          onChange={setIdToken}
        />
      </div>
      <Checkbox
        mt="sm"
        label={t('scope.which.flexible')}
        checked={isFlexible}
        onChange={(event) => setIsFlexible(event.currentTarget.checked)}
      />
      <p aria-live="polite">
        {chosen.version === null || !tariff ? (
          t('scope.which.none')
        ) : (
          <>
            <a href={hrefOf({ screen: 'settings', section: 'tariffs', open: tariff.id })}>
              <strong>{inert(tariff.name, 60).text}</strong>
            </a>
            , {t(`scope.which.by.${chosen.by}`)}. {t(`payment:settlement.${chosen.settlement}`)}.{' '}
            <span className="lp-soft">
              {chosen.overruled.length > 0
                ? t('scope.which.overruled', { count: chosen.overruled.length })
                : null}
            </span>
          </>
        )}
      </p>
    </section>
  )
}

/** One of many, or none of them: that has words of its own. */
function Which({
  none,
  ...choice
}: { none: string } & Pick<SelectProps, 'label' | 'data' | 'value' | 'onChange'>) {
  return (
    <Select
      placeholder={none}
      clearable
      clearButtonProps={{ 'aria-label': none }}
      searchable
      limit={100}
      {...choice}
    />
  )
}
