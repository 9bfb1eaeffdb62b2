import { Button, Menu } from '@mantine/core'
import { IconArchive, IconArrowMerge, IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** What is seldom done to a vehicle or customer: merging it with another, and putting it aside. */
export function MoreMenu({ onMerge, onArchive }: { onMerge: () => void; onArchive: () => void }) {
  const { t } = useTranslation('fleet')
  return (
    <Menu position="top-start" withinPortal returnFocus withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          className="lp-fleet-more"
          variant="default"
          leftSection={<IconDots size={16} aria-hidden="true" />}
        >
          {t('more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowMerge size={16} aria-hidden="true" />} onClick={onMerge}>
          {t('merge.act')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArchive size={16} aria-hidden="true" />} onClick={onArchive}>
          {t('archive.act')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
