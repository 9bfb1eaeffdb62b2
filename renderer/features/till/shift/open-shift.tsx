import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import type { Till } from '../../../../shared/domain/till/till.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useMay, useSession } from '../../../live/session-store.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'
import { CloseShift } from '../close/close-shift.tsx'
import { DrawerPanel } from './drawer-panel.tsx'
import { ShiftActs } from './shift-acts.tsx'
import { TakenPanel } from './taken-panel.tsx'
import { useShift } from './use-shift.ts'

/** The shift that is open: what it has come to, what can be done at the drawer, and its close. */
export function OpenShift({ till, shift }: { till: Till; shift: Shift }) {
  const [closing, setClosing] = useState(false)
  const query = useShift(shift)
  const mayServe = useMay('attend')
  const isMine = useIsHolder(shift)
  const { data } = query
  if (data === undefined)
    return query.state === 'failed' ? (
      <ErrorNote error={query.error} onRetry={query.reload} />
    ) : (
      <PanelSkeleton height={420} />
    )
  const { x, detail } = data
  if (closing)
    return (
      <CloseShift
        shift={shift}
        detail={detail}
        onChanged={query.reload}
        onBack={() => setClosing(false)}
      />
    )
  return (
    <div className="lp-till-shift">
      {mayServe && !isMine ? <Anothers till={till} shift={shift} /> : null}
      <ErrorNote error={query.error} onRetry={query.reload} />
      <div className="lp-till-columns">
        <TakenPanel sums={x} currency={shift.currency} />
        <div className="lp-till-side">
          {mayServe ? (
            <ShiftActs
              shift={shift}
              x={x}
              may={isMine}
              onChanged={query.reload}
              onClose={() => setClosing(true)}
            />
          ) : null}
          <DrawerPanel shift={shift} x={x} detail={detail} />
        </div>
      </div>
    </div>
  )
}

/** Whether whoever is here may move what is in the drawer: who answers for it, and a supervisor. */
function useIsHolder({ heldBy }: Shift): boolean {
  const session = useSession()
  const supervises = useMay('supervise')
  return supervises || session === null || session.actor === heldBy
}

/** Says who answers for the drawer, and takes it over from them. */
function Anothers({ till, shift }: { till: Till; shift: Shift }) {
  const { t } = useTranslation('till')
  const hub = useClient()
  const actor = useActorWords()
  const act = useAct(() => hub.till.takeOver({ id: shift.id }))
  const takeOver = async () => {
    if (await act.run(undefined)) tellAct(t('now.tookOver', { till: inert(till.name, 60).text }))
  }
  return (
    <div className="lp-till-note lp-till-anothers" role="status">
      <span>{t('now.anothers', { who: actor(shift.heldBy) })}</span>
      <Button size="lg" variant="default" loading={act.busy} onClick={() => void takeOver()}>
        {t('now.takeOver')}
      </Button>
      <ErrorNote error={act.error} />
    </div>
  )
}
