import { Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StationRow } from '../station-row.ts'
import { ConfigurationLine } from './configuration-line.tsx'
import type { ConfigurationRow } from './configuration-keys.ts'
import './configuration.css'

/** Configuration keys, one of them at a time being changed. */
export function ConfigurationTable({
  station,
  rows,
}: {
  station: StationRow
  rows: readonly ConfigurationRow[]
}) {
  const { t } = useTranslation('station')
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <Table className="lp-small-table lp-configuration-table" aria-label={t('configuration.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="34%">{t('configuration.key')}</Table.Th>
          <Table.Th>{t('configuration.value')}</Table.Th>
          <Table.Th w={140}>{t('configuration.access')}</Table.Th>
          <Table.Th w="26%">{t('configuration.result')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((entry) => (
          <ConfigurationLine
            key={entry.key}
            station={station}
            entry={entry}
            editing={editing === entry.key}
            onEdit={(edit) => setEditing(edit ? entry.key : null)}
          />
        ))}
      </Table.Tbody>
    </Table>
  )
}
