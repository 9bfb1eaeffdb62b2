import { Button, Modal } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { useSession } from '../live/session-store.ts'
import { useAct } from '../live/use-act.ts'
import { useClient } from '../live/use-live.ts'
import { PinEntry } from '../session/pin-entry.tsx'
import { pinRefusalOf, usePinWords } from '../session/pin-refusal.ts'
import { canBePin } from '../session/typed-pin.ts'
import { WhoList } from '../session/who-list.tsx'
import { ErrorNote } from '../ui/frame/error-note.tsx'
import { inert } from '../ui/mark/inert.ts'
import type { ApprovalNeeded } from './approval-needed.ts'
import type { Approval } from './use-approvable.ts'
import './approval-dialog.css'

/**
 * Asks a supervisor, who comes to this window, for their word on what somebody else is about to do.
 * @param what the act as its own button has it: "Refund 1 250,00 kr"
 */
export function ApprovalDialog({ approval, what }: { approval: Approval; what: string }) {
  const { t } = useTranslation(['approval', 'ui'])
  return (
    <Modal
      opened={approval.needed !== null}
      onClose={approval.giveUp}
      title={t('approval:title')}
      size={680}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {approval.needed ? (
        <Ask
          needed={approval.needed}
          what={what}
          onGiven={approval.give}
          onCancel={approval.giveUp}
        />
      ) : null}
    </Modal>
  )
}

function Ask({
  needed,
  what,
  onGiven,
  onCancel,
}: {
  needed: ApprovalNeeded
  what: string
  onGiven: (approvalId: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation(['approval', 'ui', 'session'])
  const format = useFormat()
  const hub = useClient()
  const supervisors = (useSession()?.users ?? []).filter(({ role }) => role === 'supervisor')
  const [only] = supervisors
  const [userId, setUserId] = useState(supervisors.length === 1 && only ? only.id : null)
  const [pin, setPin] = useState('')
  const act = useAct((by: string) => {
    setPin('')
    return hub.session.approve({ userId: by, pin, act: needed.act })
  })
  const refusal = pinRefusalOf(act.error)
  const { words, waits } = usePinWords(refusal)
  const chosen = supervisors.find(({ id }) => id === userId)
  const closed = chosen === undefined || waits
  const ready = !closed && canBePin(pin)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // Portals bubble through React: the form beneath is not to be sent with it.
    event.stopPropagation()
    if (!ready || act.busy) return
    const given = await act.run(chosen.id)
    if (given) onGiven(given.approvalId)
  }
  const name = inert(chosen?.name ?? '', 60).text
  return (
    <form
      className="lp-approval"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <div className="lp-approval-what">
        <strong>{what}</strong>
        <span>
          {t(`approval:limit.${needed.limit}`, {
            sum: format.money(needed.sumMinor, needed.currency),
            limit: format.money(needed.limitMinor, needed.currency),
          })}
        </span>
      </div>
      <div className="lp-approval-who">
        <WhoList
          title={t('approval:who')}
          users={supervisors}
          chosenId={userId}
          onChoose={(id) => {
            setUserId(id)
            setPin('')
            act.clear()
          }}
        />
        <div className="lp-approval-words" role="alert">
          {refusal ? words : <ErrorNote error={act.error} />}
        </div>
        <p className="lp-soft">{t('approval:journal')}</p>
        <Button variant="default" size="md" onClick={onCancel}>
          {t('ui:cancel')}
        </Button>
      </div>
      <PinEntry
        key={userId}
        label={chosen ? t('session:pin.of', { name }) : t('session:pin.label')}
        value={pin}
        onChange={setPin}
        act={t('approval:act', { what })}
        actIcon={<IconCheck size={28} aria-hidden="true" />}
        ready={ready}
        busy={act.busy}
        disabled={closed}
        invalid={refusal !== null && pin === ''}
        focused
      />
    </form>
  )
}
