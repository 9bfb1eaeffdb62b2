import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './views-menu.css'

const LONGEST_NAME = 40

/**
 * Views that somebody gave a name: to choose, to remove, and to keep the one that stands there now.
 * @param empty what is said while there is none
 */
export function ViewsMenu<View extends { readonly name: string }>({
  views,
  empty,
  position,
  onShow,
  onSave,
  onRemove,
}: {
  views: readonly View[]
  empty: string
  position: 'bottom-start' | 'bottom-end'
  onShow: (view: View) => void
  onSave: (name: string) => void
  onRemove: (name: string) => void
}) {
  const { t } = useTranslation('ui')
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  return (
    <Popover
      position={position}
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
      <Popover.Dropdown aria-label={t('views.open')}>
        <div className="lp-views">
          {views.length === 0 ? <p className="lp-soft">{empty}</p> : null}
          {views.map((view) => (
            <div key={view.name} className="lp-views-one">
              <Button
                variant="subtle"
                color="gray"
                justify="flex-start"
                fullWidth
                onClick={() => {
                  onShow(view)
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
                onClick={() => onRemove(view.name)}
              >
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            </div>
          ))}
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (name.trim() === '') return
              onSave(name.trim())
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
