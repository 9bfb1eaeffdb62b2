import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemembered } from '../../../ui/remembered.ts'
import { acceptViews, narrow, usePaymentsView } from './payments-view.ts'
import type { SavedView } from './payments-view.ts'

const LONGEST_NAME = 40
const NONE: readonly SavedView[] = []

/** Filters that somebody gave a name: to choose, to remove, and to keep the one that stands there now. */
export function ViewsMenu() {
  const { t } = useTranslation('payments')
  const filter = usePaymentsView((view) => view.filter)
  const [views, keep] = useRemembered<readonly SavedView[]>('payments.views', NONE, acceptViews)
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const without = (gone: string) => views.filter((view) => view.name !== gone)
  return (
    <Popover
      position="bottom-start"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
      opened={opened}
      onChange={setOpened}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden="true" />}
          onClick={() => setOpened((now) => !now)}
        >
          {t('views.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views.label')}>
        <div className="lp-pay-views">
          {views.length === 0 ? <p className="lp-soft">{t('views.none')}</p> : null}
          {views.map((view) => (
            <div key={view.name}>
              <Button
                variant="subtle"
                color="gray"
                justify="flex-start"
                fullWidth
                onClick={() => {
                  narrow(view.filter)
                  setOpened(false)
                }}
              >
                {view.name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={t('views.remove', { name: view.name })}
                onClick={() => keep(without(view.name))}
              >
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            </div>
          ))}
          <form
            onSubmit={(event) => {
              event.preventDefault()
              const words = name.trim()
              if (words === '') return
              const kept = [...without(words), { name: words, filter }]
              keep(kept.toSorted((a, b) => a.name.localeCompare(b.name)))
              setName('')
            }}
          >
            <TextInput
              label={t('views.name')}
              maxLength={LONGEST_NAME}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={name.trim() === ''}>
              {t('views.act')}
            </Button>
          </form>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
