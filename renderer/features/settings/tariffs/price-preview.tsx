import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../../shared/domain/site/site.ts'
import type { LintFinding } from '../../../../shared/domain/tariff/lint-finding.ts'
import type { TariffVersionWords } from '../../../../shared/domain/tariff/tariff.ts'
import { wordsOf } from '../../../../shared/domain/tariff/words.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { usePriceWords } from '../../../ui/words/use-price-words.ts'
import { examplesOf } from './examples.ts'
import { Findings } from './findings.tsx'

/** What a tariff in the making comes to: how people are told, what three sessions would cost, and what is odd. */
export function PricePreview({
  words,
  findings,
  site,
  openedAt,
}: {
  /** Null while the form says nothing yet. */
  words: TariffVersionWords | null
  findings: readonly LintFinding[]
  site: Site
  /** The examples are on the day after; the screen's own time would have them priced anew each second. */
  openedAt: number
}) {
  const { t } = useTranslation('tariff')
  return (
    <aside className="lp-panel lp-tariff-preview" aria-live="polite">
      {words === null ? (
        <p className="lp-soft">{t('preview.unready')}</p>
      ) : (
        <>
          <h2>{t('preview.title')}</h2>
          <PriceLines words={words} />
          <h2>{t('preview.examples')}</h2>
          <Examples words={words} timeZone={site.timeZone} openedAt={openedAt} />
          <h2>{t('preview.findings')}</h2>
          {findings.length === 0 ? (
            <p className="lp-soft">{t('preview.noFindings')}</p>
          ) : (
            <Findings findings={findings} />
          )}
        </>
      )}
    </aside>
  )
}

/** A tariff's price as people are told it. */
export function PriceLines({ words }: { words: TariffVersionWords }) {
  const prices = usePriceWords()
  const lines = prices.lines(wordsOf(words))
  return (
    <ul className="lp-tariff-words">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Examples({
  words,
  timeZone,
  openedAt,
}: {
  words: TariffVersionWords
  timeZone: string
  openedAt: number
}) {
  const { t } = useTranslation('tariff')
  const format = useFormat()
  const examples = useMemo(() => examplesOf(words, timeZone, openedAt), [words, timeZone, openedAt])
  return (
    <dl className="lp-tariff-examples">
      {examples.map(({ name, powerW, energyWh, priced }) => (
        <div key={name}>
          <dt>
            {t(`preview.example.${name}`, {
              power: inWords(format.power(powerW)),
              energy: `${format.number(energyWh / 1_000)} kWh`,
            })}
          </dt>
          <dd>{format.money(priced.inclMinor, priced.currency)}</dd>
        </div>
      ))}
    </dl>
  )
}
