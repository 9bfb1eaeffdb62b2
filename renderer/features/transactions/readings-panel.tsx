import { Button, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { words } from '../../i18n/en/transactions.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Figure } from '../../ui/mark/figure.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { useReadings } from './use-readings.ts'
import type { Reading } from './use-readings.ts'
import './transactions.css'

type KnownContext = keyof typeof words.readings.contexts

/** A transaction's meter readings as they were normalised, oldest first. */
export function ReadingsPanel({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation('transactions')
  const readings = useReadings(transaction)
  return (
    <section className="lp-panel lp-transaction-block">
      <h2>{t('readings.title')}</h2>
      {readings.state === 'loading' ? <PanelSkeleton height={120} /> : null}
      <ErrorNote error={readings.error} onRetry={readings.retry} />
      {readings.state === 'ready' && readings.rows.length === 0 ? (
        <p className="lp-soft">{t('readings.none')}</p>
      ) : null}
      {readings.rows.length > 0 ? (
        <div
          className="lp-readings-scroll"
          tabIndex={0}
          role="region"
          aria-label={t('readings.title')}
        >
          <Table className="lp-readings">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('readings.measured')}</Table.Th>
                <Table.Th>{t('readings.received')}</Table.Th>
                <Table.Th>{t('readings.context')}</Table.Th>
                <Table.Th ta="right">{t('readings.energy')}</Table.Th>
                <Table.Th ta="right">{t('readings.power')}</Table.Th>
                <Table.Th ta="right">{t('readings.current')}</Table.Th>
                <Table.Th ta="right">{t('readings.soc')}</Table.Th>
                <Table.Th>{t('readings.notes')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {readings.rows.map((reading, index) => (
                <ReadingLine key={`${reading.measuredAt}:${index}`} reading={reading} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
      {readings.more ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          mt="xs"
          onClick={readings.fetchMore}
        >
          {t('readings.more')}
        </Button>
      ) : null}
    </section>
  )
}

function ReadingLine({ reading }: { reading: Reading }) {
  const { t } = useTranslation('transactions')
  const format = useFormat()
  const late = reading.receivedAt - reading.measuredAt >= MINUTE
  const context = reading.context.replace('.', '')
  // A car on direct current, or on one phase, has no second one to tell of.
  const lastPhase = reading.currentDa.findLastIndex((current) => current !== null)
  const phases = reading.currentDa
    .slice(0, lastPhase + 1)
    .map((current) => format.current(current).number)
  return (
    <Table.Tr>
      <Table.Td>{format.clockSeconds(reading.measuredAt)}</Table.Td>
      <Table.Td className={late ? undefined : 'lp-soft'}>
        {format.clockSeconds(reading.receivedAt)}
      </Table.Td>
      <Table.Td>
        {isKnown(context) ? t(`readings.contexts.${context}`) : inert(reading.context, 40).text}
      </Table.Td>
      <Table.Td ta="right">
        {reading.energyWh === null ? '–' : <Figure value={format.energy(reading.energyWh)} />}
      </Table.Td>
      <Table.Td ta="right">
        {reading.powerW === null ? '–' : <Figure value={format.power(reading.powerW)} />}
      </Table.Td>
      <Table.Td ta="right">
        {phases.length > 0 ? <Figure value={{ number: phases.join(' / '), unit: 'A' }} /> : '–'}
      </Table.Td>
      <Table.Td ta="right">
        {reading.socPct === null ? '–' : <Figure value={format.percent(reading.socPct)} />}
      </Table.Td>
      <Table.Td>
        {reading.notes.length === 0 ? '' : <InertText text={reading.notes.join('; ')} max={200} />}
      </Table.Td>
    </Table.Tr>
  )
}

function isKnown(context: string): context is KnownContext {
  return Object.hasOwn(words.readings.contexts, context)
}
