import { Button, Menu } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { shell } from '../../../live/shell.ts'
import type { DayOut } from './use-day-out.ts'

/** Takes the day that is shown elsewhere: to paper, as a PDF or as a table. */
export function DayActions({ out }: { out: DayOut }) {
  const { t } = useTranslation('reports')
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={15} aria-hidden="true" />}
        loading={out.going === 'print'}
        onClick={() => out.begin('print')}
      >
        {t('day.export.print')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden="true" />}
            loading={out.going === 'pdf'}
          >
            {t('day.export.act')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void out.csv()}>{t('day.export.csv')}</Menu.Item>
          {shell() === undefined ? null : (
            <Menu.Item onClick={() => out.begin('pdf')}>{t('day.export.pdf')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
