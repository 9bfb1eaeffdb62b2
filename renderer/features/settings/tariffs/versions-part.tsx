import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lintValidity } from '../../../../shared/domain/tariff/lint-validity.ts'
import type { TariffVersion } from '../../../../shared/domain/tariff/tariff.ts'
import { wordsOf } from '../../../../shared/domain/tariff/words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useMay } from '../../../live/session-store.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { usePriceWords } from '../../../ui/words/use-price-words.ts'
import { Findings } from './findings.tsx'
import { type VersionSpan, versionSpans } from './version-spans.ts'

/** The versions of a tariff, the latest first: what each costs and when it holds. Each can be opened, if only to be read. */
export function VersionsPart({
  name,
  versions,
  now,
  onOpen,
}: {
  name: string
  versions: readonly TariffVersion[]
  now: number
  onOpen: (versionId: string) => void
}) {
  const { t } = useTranslation('tariff')
  const hub = useClient()
  const may = useMay('configure')
  const format = useFormat()
  const prices = usePriceWords()
  const [asked, setAsked] = useState<TariffVersion | null>(null)
  const withdrawing = useAct((id: string) => hub.tariff.withdraw({ id }))
  const withdraw = async () => {
    if (asked === null || !(await withdrawing.run(asked.id))) return
    tellAct(t('page.said.withdrawn', { number: asked.version, name }))
    setAsked(null)
  }
  const findings = lintValidity(versions, now)
  const wordFor = (state: VersionSpan['state']) => {
    if (!may) return 'open'
    return state === 'ahead' ? 'edit' : 'base'
  }
  return (
    <>
      {findings.length > 0 ? <Findings findings={findings} /> : null}
      <div className="lp-tariff-scroll">
        <table className="lp-tariff-table">
          <thead>
            <tr>
              <th scope="col">{t('versions.number')}</th>
              <th scope="col">{t('versions.price')}</th>
              <th scope="col">{t('versions.from')}</th>
              <th scope="col">{t('versions.until')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {versionSpans(versions, now)
              .toReversed()
              .map(({ version, state, endsAt }) => (
                <tr key={version.id} data-state={state}>
                  <th scope="row">
                    {version.version}{' '}
                    <span className="lp-tariff-state">{t(`versions.state.${state}`)}</span>
                  </th>
                  <td>{prices.short(wordsOf(version))}</td>
                  <td className="lp-tariff-when">{format.dateTime(version.validFrom)}</td>
                  <td className="lp-tariff-when">
                    {endsAt === null ? t('versions.further') : format.dateTime(endsAt)}
                  </td>
                  <td className="lp-tariff-acts">
                    <Button variant="default" size="compact-sm" onClick={() => onOpen(version.id)}>
                      {t(`versions.${wordFor(state)}`)}
                    </Button>
                    {may && state === 'ahead' && versions.length > 1 ? (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={t('versions.withdrawNamed', { number: version.version })}
                        onClick={() => setAsked(version)}
                      >
                        {t('versions.withdraw')}
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <ConfirmAct
        opened={asked !== null}
        title={t('versions.withdrawTitle', { number: asked?.version ?? 0 })}
        act={t('versions.withdraw')}
        destructive
        busy={withdrawing.busy}
        error={withdrawing.error}
        onConfirm={() => void withdraw()}
        onCancel={() => setAsked(null)}
      >
        {t('versions.withdrawBody')}
      </ConfirmAct>
    </>
  )
}
