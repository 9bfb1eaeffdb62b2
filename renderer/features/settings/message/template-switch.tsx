import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MessageTemplate } from '../../../../shared/domain/message/template.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'

/** Whether a message is sent at all; what only the desk says by hand has no such choice. */
export function TemplateSwitch({
  template,
  off,
  onChanged,
}: {
  template: MessageTemplate
  /** Those that are not sent. */
  off: readonly MessageTemplate[]
  onChanged: () => void
}) {
  const { t } = useTranslation('message')
  const hub = useClient()
  const heldBack = useHeldBack('configure')
  const act = useAct((isOn: boolean) =>
    hub.message.setTerms({
      off: isOn ? off.filter((name) => name !== template) : [...off, template],
    }),
  )
  const turn = async (isOn: boolean) => {
    if ((await act.run(isOn)) === undefined) return
    tellAct(t(isOn ? 'texts.saidOn' : 'texts.saidOff'))
    onChanged()
  }
  if (template === 'moved') return <p className="lp-msg-note">{t('texts.byHand')}</p>
  return (
    <>
      <Switch
        label={t('texts.isOn')}
        checked={!off.includes(template)}
        disabled={heldBack.disabled || act.busy}
        title={heldBack.title}
        onChange={(event) => void turn(event.currentTarget.checked)}
      />
      <ErrorNote error={act.error} />
    </>
  )
}
