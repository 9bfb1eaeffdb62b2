import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteView, saveView, showView, useTimelineView } from './view-store.ts'

const LONGEST_NAME = 40

/** The saved views: to choose, to delete, and to keep the one that stands there now. */
export function ViewsMenu() {
  const { t } = useTranslation('timeline')
  const views = useTimelineView((view) => view.views)
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  return (
    <Popover
      position="bottom-end"
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
          {t('views.act')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views.act')}>
        <div className="lp-tl-views">
          {views.length === 0 ? <p className="lp-soft">{t('views.none')}</p> : null}
          {views.map((saved) => (
            <div key={saved.name} className="lp-tl-savedview">
              <Button
                variant="subtle"
                color="gray"
                justify="flex-start"
                fullWidth
                onClick={() => {
                  showView(saved, Date.now())
                  setOpened(false)
                }}
              >
                {saved.name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={t('views.delete', { name: saved.name })}
                onClick={() => deleteView(saved.name)}
              >
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            </div>
          ))}
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (name.trim() === '') return
              saveView(name.trim())
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
              {t('views.save')}
            </Button>
          </form>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
