import { Popover, UnstyledButton } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/domain/alarm/alarm.ts'
import { useRow, useRows } from '../../live/use-live.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { Age } from '../../ui/mark/age.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { StateDot } from '../../ui/mark/state-dot.tsx'
import { alarmsByUrgency, isFault } from './alarm-order.ts'
import './alarms-menu.css'

/** How many alarms stand, and on a press the list of them, sorted by what to do first. */
export function AlarmsMenu() {
  const { t } = useTranslation('shell')
  const alarms = alarmsByUrgency(useRows('alarm'))
  const [opened, setOpened] = useState(false)
  const fault = alarms.some((alarm) => isFault(alarm.kind))
  const level = alarms.length === 0 ? 'none' : fault ? 'fault' : 'risk'
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={400}
      trapFocus
      shadow="md"
      radius="md"
    >
      <Popover.Target>
        <UnstyledButton
          className="lp-alarms"
          data-level={level}
          data-alarms
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {level === 'none' ? (
            <IconBell size={16} aria-hidden="true" />
          ) : (
            <StateDot state={fault ? 'fault' : 'atRisk'} size={16} />
          )}
          {alarms.length === 0 ? t('alarms.none') : t('alarms.count', { count: alarms.length })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <section aria-label={t('alarms.title')} className="lp-alarm-list">
          <h2>{t('alarms.title')}</h2>
          {alarms.length === 0 ? <p className="lp-soft">{t('alarms.quiet')}</p> : null}
          <ul>
            {alarms.map((alarm) => (
              <AlarmLine key={alarm.id} alarm={alarm} onGo={() => setOpened(false)} />
            ))}
          </ul>
        </section>
      </Popover.Dropdown>
    </Popover>
  )
}

function AlarmLine({ alarm, onGo }: { alarm: Alarm; onGo: () => void }) {
  const { t } = useTranslation('shell')
  const station = useRow('station', alarm.stationId)
  return (
    <li className="lp-alarm">
      <StateDot
        state={
          isFault(alarm.kind) ? 'fault' : alarm.kind === 'stationOffline' ? 'offline' : 'atRisk'
        }
        size={16}
      />
      <div className="lp-alarm-words">
        <div className="lp-alarm-title">
          {station ? <InertText text={station.name} max={40} /> : null}
          {station ? ' · ' : ''}
          {t(`alarms.kind.${alarm.kind}`, { connector: alarm.connectorId ?? 0 })}
          <Age at={alarm.raisedAt} />
        </div>
        {alarm.detail === '' ? null : (
          <div className="lp-soft">
            <InertText text={alarm.detail} max={160} />
          </div>
        )}
        <div>{t(`alarms.todo.${alarm.kind}`)}</div>
        {station ? (
          <a href={hrefOf({ screen: 'station', stationId: station.id })} onClick={onGo}>
            {t('alarms.open', { name: station.name })}
          </a>
        ) : alarm.kind === 'storeReadOnly' || alarm.kind === 'diskLow' ? (
          <a href={hrefOf({ screen: 'settings', section: 'about' })} onClick={onGo}>
            {t('alarms.storage')}
          </a>
        ) : alarm.kind === 'reportNotWritten' ? (
          <a href={hrefOf({ screen: 'reports', tab: 'scheduled' })} onClick={onGo}>
            {t('alarms.schedules')}
          </a>
        ) : null}
      </div>
    </li>
  )
}
