import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type {
  IdToken,
  IdTokenInput,
  IdTokenStatus,
} from '../../../shared/domain/id-token/id-token.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { useRefusalWords } from '../../ui/words/refusal-words.ts'
import { withStatus } from './token-form.ts'

/** Blocking, accepting again and removing a token, each with a way to undo it in the status bar. */
export function useTokenActs() {
  const { t } = useTranslation(['settings', 'ui'])
  const wordsOf = useRefusalWords()
  const hub = useClient()
  const put = useAct((input: IdTokenInput) => hub.idToken.put(input))
  const removal = useAct((token: IdToken) => hub.idToken.remove({ id: token.id }))

  /** Puts a token back as it was; the view that undid it may be gone, so a refusal is told aside. */
  const restore = (token: IdToken) => ({
    label: t('ui:undo'),
    run: () => {
      hub.idToken.put(withStatus(token, token.status)).then(
        () => tellAct(t('settings:tokens.saved', { token: inert(token.idToken).text })),
        (error: unknown) => notifications.show({ message: wordsOf(error), color: 'ink' }),
      )
    },
  })
  return {
    busy: put.busy || removal.busy,
    error: put.error ?? removal.error,
    setStatus: async (token: IdToken, status: IdTokenStatus) => {
      const name = inert(token.idToken).text
      const done = await put.run(withStatus(token, status))
      if (!done) return
      const said = status === 'Accepted' ? 'settings:tokens.accepted' : 'settings:tokens.blocked'
      tellAct(t(said, { token: name }), restore(token))
    },
    remove: async (token: IdToken): Promise<boolean> => {
      if (!(await removal.run(token))) return false
      tellAct(t('settings:tokens.removed', { token: inert(token.idToken).text }), restore(token))
      return true
    },
    save: async (input: IdTokenInput) => {
      const saved = await put.run(input)
      if (saved) tellAct(t('settings:tokens.saved', { token: inert(saved.idToken).text }))
      return saved
    },
  }
}
