import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../../shared/domain/message/message.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { MessageStateWord } from './message-state.tsx'

/** The columns of the outbox. */
export function useMessageColumns(): TableColumn<Message>[] {
  const { t } = useTranslation('message')
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'at',
        title: t('outbox.at'),
        fixed: true,
        width: 132,
        sortBy: ({ createdAt }) => createdAt,
        cell: ({ createdAt }) => format.dateTime(createdAt),
      },
      {
        id: 'what',
        title: t('outbox.what'),
        fixed: true,
        width: 170,
        grow: 1,
        sortBy: ({ template }) => t(`template.${template}`),
        cell: ({ template }) => <strong>{t(`template.${template}`)}</strong>,
      },
      {
        id: 'state',
        title: t('outbox.state'),
        width: 160,
        sortBy: ({ state }) => t(`state.${state}`),
        cell: (message) => <MessageStateWord message={message} />,
      },
      {
        id: 'to',
        title: t('outbox.to'),
        width: 180,
        grow: 1,
        sortBy: ({ to }) => to,
        cell: ({ to }) => <InertText text={to} max={80} />,
      },
      {
        id: 'why',
        title: t('outbox.why'),
        width: 180,
        grow: 2,
        cell: ({ fault }) =>
          fault === null ? null : <span className="lp-soft">{t(`fault.${fault}`)}</span>,
      },
    ],
    [t, format],
  )
}
