import { useTranslation } from 'react-i18next'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRow } from '../../live/use-live.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { ArchivedInspector } from './archived-inspector.tsx'
import { useVehicleActs } from './use-vehicle-acts.ts'
import type { VehicleRow } from './vehicle-row.ts'

/** A vehicle that was put aside. */
export function ArchivedVehicle({ row, onClose }: { row: VehicleRow; onClose: () => void }) {
  const { t } = useTranslation('fleet')
  const format = useFormat()
  const acts = useVehicleActs()
  const { vehicle, customer, tokens } = row
  const into = useRow('vehicle', vehicle.mergedInto)
  return (
    <ArchivedInspector
      title={inert(vehicle.plate).text}
      archivedAt={vehicle.archivedAt ?? vehicle.updatedAt}
      mergedInto={
        into
          ? {
              name: inert(into.plate).text,
              href: hrefOf({ screen: 'vehicles', open: into.id }),
            }
          : null
      }
      facts={[
        [t('vehicle.name'), <InertText key="name" text={vehicle.name} />],
        [t('vehicle.customer'), <InertText key="customer" text={customer?.name ?? null} />],
        [t('vehicle.battery'), inWords(format.energy(vehicle.batteryWh))],
        [t('vehicle.ac'), inWords(format.power(vehicle.maxAcW))],
        [t('vehicle.dc'), inWords(format.power(vehicle.maxDcW))],
        [t('vehicle.costCentre'), <InertText key="costCentre" text={vehicle.costCentre} />],
        [
          t('vehicle.tokens'),
          <InertText key="tokens" text={tokens.map(({ idToken }) => idToken).join(', ')} />,
        ],
        [t('vehicle.note'), <InertText key="note" text={vehicle.note} max={2_000} />],
      ]}
      act={acts.restoring}
      onRestore={() => void acts.restore(vehicle)}
      onClose={onClose}
    />
  )
}
