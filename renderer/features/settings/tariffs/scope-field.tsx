import { Autocomplete, Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../../live/use-live.ts'
import { customerChoices } from '../../../ui/input/fleet-choices.ts'
import type { AssignmentFlaw, AssignmentForm } from './assignment-form.ts'
import { useStationChoices } from './use-station-choices.ts'

/** The station, connector, customer, group or token that a tariff is for; nothing for the whole site. */
export function ScopeField({
  form,
  flaws,
  onChange,
}: {
  form: AssignmentForm
  flaws: readonly AssignmentFlaw[]
  onChange: (form: AssignmentForm) => void
}) {
  const { t } = useTranslation('tariff')
  const customers = useRows('customer')
  const tokens = useRows('idToken')
  const { stations, connectorsOf } = useStationChoices()
  const bad = (flaw: AssignmentFlaw) => (flaws.includes(flaw) ? t(`scope.bad.${flaw}`) : null)
  const groups = useMemo(
    () => [...new Set(customers.map(({ group }) => group).filter((group) => group !== ''))],
    [customers],
  )
  switch (form.kind) {
    case 'site':
      return null
    case 'station':
    case 'connector':
      return (
        <>
          <Select
            label={t('scope.fields.station')}
            searchable
            data={stations}
            value={form.stationId}
            error={bad('stationId')}
            onChange={(stationId) => onChange({ ...form, stationId, connectorId: null })}
          />
          {form.kind === 'connector' ? (
            <Select
              label={t('scope.fields.connector')}
              data={connectorsOf(form.stationId)}
              value={form.connectorId}
              error={bad('connectorId')}
              onChange={(connectorId) => onChange({ ...form, connectorId })}
            />
          ) : null}
        </>
      )
    case 'customer':
      return (
        <Select
          label={t('scope.fields.customer')}
          searchable
          limit={100}
          data={customerChoices(customers, form.customerId)}
          value={form.customerId}
          error={bad('customerId')}
          onChange={(customerId) => onChange({ ...form, customerId })}
        />
      )
    case 'customerGroup':
      return (
        <Autocomplete
          label={t('scope.fields.customerGroup')}
          data={groups}
          maxLength={60}
          value={form.customerGroup}
          error={bad('customerGroup')}
          onChange={(customerGroup) => onChange({ ...form, customerGroup })}
        />
      )
    case 'idToken':
      return (
        <Autocomplete
          label={t('scope.fields.idToken')}
          data={[...new Set(tokens.map(({ idToken }) => idToken))]}
          limit={100}
          maxLength={20}
          value={form.idToken}
          error={bad('idToken')}
          onChange={(idToken) => onChange({ ...form, idToken })}
        />
      )
  }
}
