import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/locale.ts'
import { useAct } from '../../live/use-act.ts'
import { useSite } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { savePicture } from '../../ui/share/save-picture.ts'
import { saveText } from '../../ui/share/save-text.ts'
import { chartPicture } from './chart-picture.ts'
import type { LegendEntry } from './legend.ts'
import { loadCsv, loadFileName } from './load-csv.ts'
import { settled } from './step-values.ts'
import type { Measure } from './step-values.ts'
import type { Answered } from './use-load.ts'
import { useLineNames } from './use-line-names.ts'

/** Takes what is shown elsewhere: as a picture or as a table, neither of more than is shown. */
export function LoadExport({
  answer,
  measure,
  legend,
  what,
  when,
  plot,
}: {
  answer: Answered
  measure: Measure
  legend: readonly LegendEntry[]
  /** Whose load it is, in words. */
  what: string
  when: string
  /** Where the chart stands. */
  plot: RefObject<HTMLElement | null>
}) {
  const { t } = useTranslation('load')
  const language = useLocale((locale) => locale.language)
  const site = inert(useSite()?.name ?? '', 80).text
  const nameOf = useLineNames()
  const { wanted, curve } = answer
  const { of, split, stretch, timeZone, asOf } = wanted
  const fileName = (extension: 'csv' | 'png') =>
    loadFileName(
      t('export.fileName'),
      of.scope === 'site' ? site : `${site}-${what}`,
      stretch.from,
      timeZone,
      extension,
    )
  const tell = (saved: 'saved' | 'cancelled' | 'failed', name: string) => {
    if (saved === 'cancelled') return
    const message = saved === 'saved' ? t('export.saved', { name }) : t('export.failed')
    notifications.show({ message, color: 'ink' })
  }
  const picture = useAct(async () => {
    const svg = plot.current?.querySelector<SVGSVGElement>('svg.recharts-surface')
    if (!svg) return
    const name = fileName('png')
    const title = [site, what].filter((text) => text !== '').join(' · ')
    try {
      tell(
        await savePicture(name, await chartPicture(svg, { title, subtitle: when, legend })),
        name,
      )
    } catch {
      tell('failed', name)
    }
  })
  const table = useAct(async () => {
    if (curve === null) return
    const head = measure === 'current' ? 'csv.current' : 'csv.energy'
    const words = {
      from: t('csv.from'),
      until: t('csv.until'),
      known: t('csv.known'),
      marks: t('csv.marks'),
      column: (key: string) => t(head, { name: nameOf({ key, count: 1 }, of, split) }),
      mark: (mark: 'missing' | 'estimated' | 'clockSuspect' | 'late') => t(`mark.${mark}`),
    }
    const text = loadCsv(settled(curve, asOf), measure, words, { language, timeZone })
    const name = fileName('csv')
    tell(await saveText(name, text), name)
  })
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          loading={picture.busy || table.busy}
          leftSection={<IconDownload size={15} aria-hidden="true" />}
        >
          {t('export.act')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void picture.run(undefined)}>{t('export.png')}</Menu.Item>
        <Menu.Item disabled={curve === null} onClick={() => void table.run(undefined)}>
          {t('export.csv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
