import { Popover, UnstyledButton } from '@mantine/core'
import { IconArrowBarToDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import { late } from '../../ui/late.tsx'
import { openLimitMenu, useLimitMenu } from './limit-menu-store.ts'

const { Late: LimitPanel, useSoon } = late(
  async () => (await import('./limit-panel.tsx')).LimitPanel,
)

/** Beside the gauge: the limit that holds for a while, and on a press the way to set one or to lift it. */
export function LimitMenu({ running }: { running: TemporaryLimit | null }) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const now = useNow(10_000)
  const opened = useLimitMenu((menu) => menu.opened)
  useSoon()
  const words =
    running === null
      ? null
      : t('limit.running', {
          power: inWords(format.power(running.limitW)),
          until: format.moment(running.until, now),
        })
  return (
    <Popover
      opened={opened}
      onChange={openLimitMenu}
      position="bottom-start"
      width={360}
      trapFocus
      shadow="md"
      radius="md"
    >
      <Popover.Target>
        <UnstyledButton
          className="lp-limit"
          data-running={running !== null || undefined}
          aria-label={words === null ? t('limit.open') : `${words}. ${t('limit.open')}`}
          title={t('limit.open')}
          onClick={() => openLimitMenu(!opened)}
        >
          <IconArrowBarToDown size={16} aria-hidden="true" />
          {words === null ? null : <span>{words}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <LimitPanel onDone={() => openLimitMenu(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
