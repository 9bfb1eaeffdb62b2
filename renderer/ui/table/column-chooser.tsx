import { ActionIcon, Menu } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TableColumn } from './table-column.ts'

/** Which columns a table shows; stays open while one ticks. */
export function ColumnChooser<Row>({
  label,
  columns,
  shown,
  onShow,
  onReset,
}: {
  label: string
  columns: readonly TableColumn<Row>[]
  shown: readonly TableColumn<Row>[]
  onShow: (columnId: string, show: boolean) => void
  onReset: () => void
}) {
  const { t } = useTranslation('ui')
  return (
    <Menu closeOnItemClick={false} position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('columnsOf', { name: label })}
          title={t('columns')}
        >
          <IconColumns3 size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
        <Menu.Label>{t('columns')}</Menu.Label>
        {columns
          .filter((column) => column.fixed !== true)
          .map((column) => (
            <Menu.CheckboxItem
              key={column.id}
              checked={shown.includes(column)}
              onChange={(on) => onShow(column.id, on)}
            >
              {column.title}
            </Menu.CheckboxItem>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={onReset}>{t('resetColumns')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
