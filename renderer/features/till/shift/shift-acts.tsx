import { Button } from '@mantine/core'
import {
  IconCalculator,
  IconFileText,
  IconLock,
  IconTransferIn,
  IconTransferOut,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { XReport } from '../../../../shared/contract/till.ts'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import { XDialog } from '../report/x-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { SpotCount } from './spot-count.tsx'

type Opened = 'in' | 'out' | 'spot' | 'x'

/** What can be done at the drawer of an open shift. */
export function ShiftActs({
  shift,
  x,
  may,
  onChanged,
  onClose,
}: {
  shift: Shift
  x: XReport
  /** Whether the drawer is theirs to move and count. */
  may: boolean
  onChanged: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('till')
  const [opened, setOpened] = useState<Opened | null>(null)
  const done = () => {
    setOpened(null)
    onChanged()
  }
  const button = (which: Opened, Icon: typeof IconLock, label: string, isHeld = true) => (
    <Button
      size="xl"
      variant="default"
      leftSection={<Icon size={22} stroke={1.6} aria-hidden="true" />}
      disabled={isHeld && !may}
      onClick={() => setOpened(which)}
    >
      {label}
    </Button>
  )
  return (
    <div className="lp-till-acts">
      {button('in', IconTransferIn, t('act.payIn'))}
      {button('out', IconTransferOut, t('act.payOut'))}
      {button('spot', IconCalculator, t('act.spot'))}
      {button('x', IconFileText, t('act.x'), false)}
      <Button
        size="xl"
        className="lp-till-close"
        leftSection={<IconLock size={22} stroke={1.6} aria-hidden="true" />}
        disabled={!may}
        onClick={onClose}
      >
        {t('act.close')}
      </Button>
      {opened === 'in' || opened === 'out' ? (
        <MoveDialog shift={shift} way={opened} onDone={done} onCancel={() => setOpened(null)} />
      ) : null}
      {opened === 'spot' ? (
        <SpotCount shift={shift} onDone={done} onCancel={() => setOpened(null)} />
      ) : null}
      {opened === 'x' ? <XDialog x={x} onClose={() => setOpened(null)} /> : null}
    </div>
  )
}
