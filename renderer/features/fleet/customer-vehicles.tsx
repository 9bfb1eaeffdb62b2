import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { NEW } from '../../navigation/route.ts'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { narrowVehicles } from './fleet-view.ts'
import { everyVehicle } from './vehicle-row.ts'

/** The vehicles of a customer, and the ways to their list and to one more. */
export function CustomerVehicles({
  customerId,
  vehicles,
}: {
  customerId: string
  vehicles: readonly Vehicle[]
}) {
  const { t } = useTranslation('fleet')
  const go = (open?: string) => {
    narrowVehicles({ ...everyVehicle, customerId })
    navigate({ screen: 'vehicles', ...(open ? { open } : {}) })
  }
  return (
    <>
      {vehicles.length === 0 ? (
        <p className="lp-fleet-nothing">{t('customer.vehiclesNone')}</p>
      ) : (
        <ul className="lp-fleet-list">
          {vehicles.map((vehicle) => (
            <li key={vehicle.id}>
              <a className="lp-fleet-line" href={hrefOf({ screen: 'vehicles', open: vehicle.id })}>
                <InertText text={vehicle.plate} max={20} />
              </a>
              <span className="lp-fleet-line lp-soft">
                {vehicle.name === '' ? null : <InertText text={vehicle.name} max={80} />}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Group gap="xs">
        <Button variant="default" onClick={() => go(NEW)}>
          {t('customer.addVehicle')}
        </Button>
        {vehicles.length > 0 ? (
          <Button variant="default" onClick={() => go()}>
            {t('customer.showVehicles')}
          </Button>
        ) : null}
      </Group>
    </>
  )
}
