import { Select } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StationRow } from '../station-row.ts'
import './command.css'

/** A choice of connector and what can be done to it. `whole` also offers the station itself, number 0. */
export function ConnectorForm({
  row,
  whole = false,
  buttons,
}: {
  row: StationRow
  whole?: boolean
  buttons: (connectorId: number) => ReactNode
}) {
  const { t } = useTranslation('station')
  const numbers = row.connectors.map((view) => view.connector.connectorId)
  const choices = whole ? [0, ...numbers] : numbers.length > 0 ? numbers : [1]
  const [chosen, setChosen] = useState<number | null>(null)
  const connectorId = choices.find((choice) => choice === chosen) ?? choices[0] ?? 1
  return (
    <>
      {choices.length > 1 ? (
        <Select
          label={t('command.field.connector')}
          size="sm"
          allowDeselect={false}
          value={String(connectorId)}
          data={choices.map((number) => ({
            value: String(number),
            label: number === 0 ? t('command.field.wholeStation') : String(number),
          }))}
          onChange={(value) => setChosen(Number(value))}
        />
      ) : null}
      <div className="lp-command-acts">{buttons(connectorId)}</div>
    </>
  )
}
