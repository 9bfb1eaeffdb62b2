import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Leads to where a CSV file is taken in. */
export function ImportLink({ href }: { href: string }) {
  const { t } = useTranslation('ui')
  return (
    <Button
      component="a"
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden="true" />}
      href={href}
    >
      {t('importCsv')}
    </Button>
  )
}
