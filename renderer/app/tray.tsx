import { ActionIcon, Button, Popover } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetWork, useTray } from '../live/tray.ts'
import type { TrayWork } from '../live/tray.ts'
import { inert } from '../ui/mark/inert.ts'
import './tray.css'

/** Long work in the status bar: how far the latest is; pressed, all of it with a way to stop and to find what was made. */
export function Tray() {
  const { t } = useTranslation('shell')
  const works = useTray((tray) => tray.works)
  const [opened, setOpened] = useState(false)
  const latest = works.findLast(({ state }) => state === 'running') ?? works.at(-1)
  if (latest === undefined) return null
  const running = works.filter(({ state }) => state === 'running').length
  return (
    <div className="lp-work-tray">
      <Popover
        opened={opened}
        onChange={setOpened}
        position="top-end"
        shadow="md"
        withinPortal
        returnFocus
      >
        <Popover.Target>
          <Button variant="subtle" size="compact-xs" onClick={() => setOpened((now) => !now)}>
            {running > 1 ? t('tray.many', { count: running }) : inert(latest.title, 40).text}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('tray.label')}>
          <div className="lp-work-tray-list">
            {works.toReversed().map((work) => (
              <Work key={work.id} work={work} />
            ))}
          </div>
        </Popover.Dropdown>
      </Popover>
      {latest.state === 'running' ? <Bar percent={latest.percent} title={latest.title} /> : null}
      <span aria-hidden="true">{latest.words}</span>
      {/* Told aloud once it has ended, rather than at each step. */}
      <span className="lp-work-tray-told" role="status">
        {latest.state === 'running' ? '' : `${latest.title}: ${latest.words}`}
      </span>
    </div>
  )
}

function Work({ work }: { work: TrayWork }) {
  const { t } = useTranslation('shell')
  const { id, title, state, words, percent, onCancel, onShow } = work
  const name = inert(title, 80).text
  return (
    <div className="lp-work-tray-work" data-state={state}>
      <strong title={name}>{name}</strong>
      <span className="lp-work-tray-words">{words}</span>
      <span className="lp-work-tray-acts">
        {state === 'running' && onCancel ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('tray.cancelOf', { name })}
            onClick={onCancel}
          >
            {t('tray.cancel')}
          </Button>
        ) : null}
        {state === 'done' && onShow ? (
          <Button variant="default" size="compact-sm" onClick={onShow}>
            {t('tray.show')}
          </Button>
        ) : null}
        {state === 'running' ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('tray.forget', { name })}
            onClick={() => forgetWork(id)}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        )}
      </span>
      {state === 'running' ? <Bar percent={percent} title={name} /> : null}
    </div>
  )
}

function Bar({ percent, title }: { percent: number | null; title: string }) {
  return (
    <span
      className="lp-work-tray-bar"
      role="progressbar"
      aria-label={title}
      {...(percent === null ? {} : { 'aria-valuenow': Math.round(percent) })}
    >
      <span style={{ width: `${percent ?? 100}%`, opacity: percent === null ? 0.4 : 1 }} />
    </span>
  )
}
