import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { endedStates, placeOf, presentStates } from '../../../../shared/domain/booking/states.ts'
import { useMay } from '../../../live/session-store.ts'
import { NeedsNote } from '../../../session/needs.tsx'
import { ask, askForChange } from '../form/form-store.ts'
import { take } from '../gesture/hand.ts'
import { moveHold } from '../gesture/use-drag.ts'
import { useSend } from '../gesture/use-send.ts'

/** What can be done to the booking in the inspector, by the state it is in. */
export function BookingActs({ booking }: { booking: Booking }) {
  return useMay('plan') ? <Acts booking={booking} /> : <NeedsNote right="plan" />
}

function Acts({ booking }: { booking: Booking }) {
  const { t } = useTranslation(['booking', 'offer'])
  const send = useSend()
  const { id, state } = booking
  const present = presentStates.has(state)
  const ended = endedStates.has(state)
  const awaited = !present && !ended
  const placed = placeOf(booking) !== null
  const does = (kind: 'confirm' | 'arrive' | 'leave' | 'noShow') => () => void send([{ kind, id }])
  const pickUp = (copy: boolean) => () =>
    take(moveHold(booking, new Map([[id, booking]]), 0, copy), 'pick', {
      at: booking.arrivesAt,
      placeKey: placeOf(booking),
    })
  return (
    <>
      {state === 'requested' && placed ? (
        // What a driver has booked waits for its money by itself.
        <Button
          {...(booking.origin === 'driver'
            ? { variant: 'default', title: t('act.confirmUnpaid') }
            : {})}
          onClick={does('confirm')}
        >
          {t('act.confirm')}
        </Button>
      ) : null}
      <Button variant="default" onClick={() => askForChange(booking)}>
        {t('act.change')}
      </Button>
      {awaited ? (
        <Button variant="default" title={t('act.moveHint')} onClick={pickUp(false)}>
          {t('act.move')}
        </Button>
      ) : null}
      <Menu position="top-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={32} aria-label={t('act.label')}>
            <IconDots size={16} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {awaited ? (
            <Menu.Item onClick={() => ask({ kind: 'move', booking })}>
              {t('act.moveDialog')}
            </Menu.Item>
          ) : null}
          {awaited ? (
            <Menu.Item onClick={() => ask({ kind: 'find', booking })}>
              {t('offer:titleMove')}
            </Menu.Item>
          ) : null}
          <Menu.Item onClick={pickUp(true)}>{t('act.copy')}</Menu.Item>
          {ended || !placed ? null : (
            <Menu.Item onClick={() => ask({ kind: 'split', booking })}>
              {t('act.splitDialog')}
            </Menu.Item>
          )}
          {(awaited || state === 'noShow') && placed ? (
            <Menu.Item onClick={does('arrive')}>{t('act.arrive')}</Menu.Item>
          ) : null}
          {present && state !== 'charging' ? (
            <Menu.Item onClick={does('leave')}>{t('act.leave')}</Menu.Item>
          ) : null}
          {awaited ? (
            <>
              <Menu.Item onClick={does('noShow')}>{t('act.noShow')}</Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => ask({ kind: 'cancel', bookings: [booking] })}>
                {t('act.cancelDialog')}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
