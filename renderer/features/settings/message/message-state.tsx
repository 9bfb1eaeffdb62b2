import { IconCheck, IconFile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../../shared/domain/message/message.ts'
import { StateWord } from '../../../ui/mark/state-dot.tsx'

/** What became of a message, as shape and word. A file is not called sent: nobody has got it. */
export function MessageStateWord({ message: { state, way } }: { message: Message }) {
  const { t } = useTranslation('message')
  switch (state) {
    case 'waiting':
    case 'sending':
      return <StateWord state="waiting" text={t(`state.${state}`)} />
    case 'failed':
      return <StateWord state="fault" text={t('state.failed')} />
    case 'skipped':
      return <StateWord state="unavailable" text={t('state.skipped')} />
    case 'sent': {
      const Icon = way === 'folder' ? IconFile : IconCheck
      return (
        <span className="lp-state-word">
          <Icon size={14} aria-hidden="true" />
          <span className="lp-state-text">{t(way === 'folder' ? 'written' : 'state.sent')}</span>
        </span>
      )
    }
  }
}
