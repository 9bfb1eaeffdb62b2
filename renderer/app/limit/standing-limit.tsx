import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hasBegun } from '../../../shared/domain/site/limit-now.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { useHeldBack } from '../../session/needs.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { useActorWords } from '../../ui/words/use-actor-words.ts'

/** One limit that holds or is to come: how low, how long, who set it and why, and the way to take it back. */
export function StandingLimit({
  limit,
  onLifted,
}: {
  limit: TemporaryLimit
  /** Its button goes, so the focus has to go elsewhere. */
  onLifted: () => void
}) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const actorWords = useActorWords()
  const hub = useClient()
  const heldBack = useHeldBack('plan')
  const now = useNow(10_000)
  const power = inWords(format.power(limit.limitW))
  const lifting = useAct(() => hub.limit.lift({ id: limit.id }))
  const lift = async () => {
    if (!(await lifting.run(undefined))) return
    tellAct(t('limit.said.lifted', { power }))
    onLifted()
  }
  const until = format.moment(limit.until, now)
  return (
    <li>
      <div>
        <strong>
          {hasBegun(limit, now)
            ? t('limit.running', { power, until })
            : t('limit.coming', { power, from: format.moment(limit.from, now), until })}
        </strong>
        <div className="lp-soft">
          {limit.reason === '' ? null : (
            <>
              <InertText text={limit.reason} max={120} />
              {' · '}
            </>
          )}
          {t('limit.by', { who: actorWords(limit.setBy) })}
        </div>
        <ErrorNote error={lifting.error} />
      </div>
      <Button
        variant="default"
        size="compact-sm"
        loading={lifting.busy}
        {...heldBack}
        aria-label={t('limit.liftNamed', { power })}
        onClick={() => void lift()}
      >
        {t('limit.lift')}
      </Button>
    </li>
  )
}
