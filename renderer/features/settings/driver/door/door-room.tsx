import { useState } from 'react'
import { ErrorNote } from '../../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../../ui/frame/skeletons.tsx'
import { useDriverDoor } from '../use-driver-door.ts'
import { DoorStatePanel } from './door-state-panel.tsx'
import { DoorWizard } from './door-wizard.tsx'

/** How the page is laid open, and the steps that change it; they stand there by themselves while it is closed. */
export function DoorRoom() {
  const { now, error, reload, tell } = useDriverDoor()
  const [changing, setChanging] = useState(false)
  if (now === undefined)
    return error === undefined ? (
      <PanelSkeleton height={320} />
    ) : (
      <ErrorNote error={error} onRetry={reload} />
    )
  const isOff = now.door.exposure === 'off'
  return (
    <>
      <DoorStatePanel
        now={now}
        isChanging={changing}
        onChange={() => setChanging(true)}
        onTold={tell}
      />
      {isOff || changing ? (
        <DoorWizard
          key={`${isOff}`}
          door={now.door}
          listensAt={now.state.listensAt}
          onTold={(told) => {
            tell(told)
            if (told.state.state === 'open') setChanging(false)
          }}
          onLeave={isOff ? null : () => setChanging(false)}
        />
      ) : null}
    </>
  )
}
