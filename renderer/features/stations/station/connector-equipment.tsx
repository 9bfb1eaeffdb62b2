import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import { connectorStandard, powerType } from '../../../../shared/domain/connector/equipment.ts'
import type { Equipment } from '../../../../shared/domain/connector/equipment.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { equipmentFormOf, typedEquipment } from './equipment-form.ts'
import './station-page.css'

/** What a connector is, in a line, and the form to say it: OCPP 1.6 chargers don't tell. */
export function ConnectorEquipment({ connector }: { connector: Connector }) {
  const { t } = useTranslation(['station', 'fleet'])
  const format = useFormat()
  const heldBack = useHeldBack('operate')
  const [open, setOpen] = useState(false)
  const { standard, powerType: type, maxPowerW } = connector
  const told = [
    standard === null ? null : t(`fleet:plug.${standard}`),
    type === null ? null : t(`equipment.powerType.${type}`),
    maxPowerW === null ? null : inWords(format.power(maxPowerW)),
  ].filter((word) => word !== null)
  return (
    <div className="lp-equipment">
      <div className="lp-equipment-line">
        <span className={told.length === 0 ? 'lp-soft' : undefined}>
          {told.length === 0 ? t('equipment.unknown') : told.join(' · ')}
        </span>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          aria-expanded={open}
          {...heldBack}
          aria-label={t('equipment.editNamed', { number: connector.connectorId })}
          onClick={() => setOpen(!open)}
        >
          {t('equipment.edit')}
        </Button>
      </div>
      {open ? <EquipmentFields connector={connector} onDone={() => setOpen(false)} /> : null}
    </div>
  )
}

function EquipmentFields({ connector, onDone }: { connector: Connector; onDone: () => void }) {
  const { t } = useTranslation(['station', 'fleet'])
  const client = useClient()
  const [form, setForm] = useState(() => equipmentFormOf(connector))
  const { stationId: id, connectorId } = connector
  const { run, busy, error } = useAct((equipment: Equipment) =>
    client.station.setEquipment({ id, connectorId, ...equipment }),
  )
  const typed = typedEquipment(form)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (typed !== null && (await run(typed))) onDone()
  }
  return (
    <form
      className="lp-start-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onDone()
      }}
    >
      <div className="lp-command-fields">
        <Select
          label={t('equipment.standard')}
          size="sm"
          autoFocus
          clearable
          clearButtonProps={{ 'aria-label': t('equipment.clear') }}
          placeholder={t('equipment.untold')}
          value={form.standard || null}
          data={connectorStandard.options.map((value) => ({
            value,
            label: t(`fleet:plug.${value}`),
          }))}
          onChange={(value) => setForm({ ...form, standard: value ?? '' })}
        />
        <Select
          label={t('equipment.current')}
          size="sm"
          clearable
          clearButtonProps={{ 'aria-label': t('equipment.clear') }}
          placeholder={t('equipment.untold')}
          value={form.powerType || null}
          data={powerType.options.map((value) => ({
            value,
            label: t(`equipment.powerType.${value}`),
          }))}
          onChange={(value) => setForm({ ...form, powerType: value ?? '' })}
        />
        <TextInput
          label={t('equipment.maxPower')}
          size="sm"
          inputMode="decimal"
          rightSection="kW"
          value={form.maxPowerKw}
          error={typed === null ? t('equipment.badPower') : null}
          onChange={(event) => setForm({ ...form, maxPowerKw: event.currentTarget.value })}
        />
      </div>
      <ErrorNote error={error} />
      <div className="lp-command-acts">
        <Button type="submit" size="compact-sm" loading={busy} disabled={typed === null}>
          {t('settings.save')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onDone}>
          {t('command.cancel')}
        </Button>
      </div>
    </form>
  )
}
