import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../live/use-live.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { useVehicleActs } from './use-vehicle-acts.ts'
import { VehicleFields } from './vehicle-fields.tsx'
import { emptyVehicle, vehicleFlaws, vehicleWordsOf } from './vehicle-form.ts'

/** The form for a vehicle that is yet to be added. */
export function NewVehicleInspector({
  customerId,
  onClose,
  onAdded,
}: {
  /** Whose it will probably be: those the list is narrowed to. */
  customerId: string | null
  onClose: () => void
  onAdded: (vehicleId: string) => void
}) {
  const { t } = useTranslation('fleet')
  const acts = useVehicleActs()
  const [form, setForm] = useState({ ...emptyVehicle, customerId })
  const [tried, setTried] = useState(false)
  const flaws = vehicleFlaws(form, useRows('vehicle'), null)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (flaws.length > 0) return
    const added = await acts.add(vehicleWordsOf(form))
    if (added) onAdded(added.id)
  }
  return (
    <Inspector
      title={t('vehicle.new')}
      onClose={onClose}
      footer={
        <Button type="submit" form="vehicle" loading={acts.adding.busy}>
          {t('vehicle.add')}
        </Button>
      }
    >
      <form id="vehicle" onSubmit={(event) => void add(event)} noValidate>
        <VehicleFields
          form={form}
          flaws={flaws}
          tried={tried}
          vehicleId={null}
          onChange={setForm}
        />
        <ErrorNote error={acts.adding.error} />
      </form>
    </Inspector>
  )
}
