import { Alert, Button, Radio, Stack, Switch } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../../i18n/locale.ts'
import { tellAct } from '../../../../live/last-act.ts'
import { shell } from '../../../../live/shell.ts'
import { useClient, useSite } from '../../../../live/use-live.ts'
import { useQuery } from '../../../../live/use-query.ts'
import { DrawnPaper } from '../../../../payment/receipt/drawn-paper.tsx'
import { printPaper, savePaper } from '../../../../payment/receipt/paper-out.ts'
import { ErrorNote } from '../../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../../ui/frame/skeletons.tsx'
import { ClosedNote } from '../closed-note.tsx'
import { useDriverDoor } from '../use-driver-door.ts'
import { usePlacePrices } from '../use-place-prices.ts'
import { PlaceChoice } from './place-choice.tsx'
import { sheetsOf, signKinds } from './sign-layout.ts'
import type { SignKind } from './sign-layout.ts'
import { SignPage } from './sign-page.tsx'
import type { SignLook } from './sign-page.tsx'
import { signsOf } from './signs-of.ts'
import type { SignPlaces } from './signs-of.ts'
// What is printed is what lies in this place and nothing else: the same as for receipts.
import '../../../../payment/receipt/receipt.css'

/** How many sheets are shown; those after them look no other. */
const SHOWN = 4

/** Signs for the entrance and for connectors: what is printed, how it will look, and the way to paper. */
export function SignsRoom() {
  const hub = useClient()
  const { now, error, reload } = useDriverDoor()
  const [url] = now?.state.urls ?? []
  const signs = useQuery(`visit.signs:${url}`, (signal) => hub.visit.signs(undefined, { signal }))
  if (error !== undefined && now === undefined) return <ErrorNote error={error} onRetry={reload} />
  if (signs.error !== undefined) return <ErrorNote error={signs.error} onRetry={signs.reload} />
  if (now === undefined || signs.data === undefined) return <PanelSkeleton height={480} />
  const { siteUrl, places } = signs.data
  if (siteUrl === null) return <NoSigns />
  return <Signs siteUrl={siteUrl} places={places} isLan={now.door.exposure === 'lan'} />
}

function NoSigns() {
  const { t } = useTranslation('driverPage')
  return <ClosedNote>{t('signs.closed')}</ClosedNote>
}

function Signs({
  siteUrl,
  places,
  isLan,
}: {
  siteUrl: string
  places: SignPlaces
  isLan: boolean
}) {
  const { t } = useTranslation('driverPage')
  const look = useSignLook()
  const prices = usePlacePrices()
  const [kind, setKind] = useState<SignKind>('entrance')
  const [withPrices, setWithPrices] = useState(false)
  const [marks, setMarks] = useState(true)
  /** Null: all of them, those added meanwhile too. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [going, setGoing] = useState<'print' | 'save' | null>(null)
  const [notSaved, setNotSaved] = useState(false)
  const sheets = useMemo(() => {
    const wordsAt = withPrices ? prices.wordsAt : () => null
    return sheetsOf(kind, signsOf(kind, { siteUrl, places }, chosen, wordsAt))
  }, [kind, siteUrl, places, chosen, withPrices, prices.wordsAt])
  const drawn = sheets.map((signs) => (
    <SignPage
      key={signs[0]?.key ?? ''}
      kind={kind}
      signs={signs}
      look={{ ...look, marks: marks && kind !== 'entrance' }}
    />
  ))
  const out = async () => {
    const outcome =
      going === 'save'
        ? await savePaper(`${t('signs.file')}.pdf`, 'a4', [])
        : await printPaper('a4', [])
    setGoing(null)
    setNotSaved(outcome === 'failed')
    if (outcome !== 'done') return
    tellAct(going === 'save' ? t('signs.saved') : t('signs.printed', { count: sheets.length }))
  }
  return (
    <div className="lp-signs">
      <section className="lp-panel lp-block" aria-labelledby="signs">
        <h2 id="signs">{t('signs.title')}</h2>
        <p className="lp-soft lp-lead">{t('signs.lead')}</p>
        {isLan ? (
          <Alert variant="outline" color="ink" p="sm" mb="md" role="status">
            {t('signs.lan')}
          </Alert>
        ) : null}
        <div className="lp-form">
          <Radio.Group
            label={t('signs.kind')}
            value={kind}
            onChange={(value) => setKind(signKinds.find((known) => known === value) ?? kind)}
          >
            <Stack gap={8} mt={6}>
              {signKinds.map((value) => (
                <Radio key={value} value={value} label={t(`signs.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Switch
            label={t('signs.prices')}
            description={t('signs.pricesHint')}
            checked={withPrices}
            disabled={prices.priced === 0}
            onChange={(event) => setWithPrices(event.currentTarget.checked)}
          />
          {kind === 'entrance' ? null : (
            <>
              <Switch
                label={t('signs.marks')}
                checked={marks}
                onChange={(event) => setMarks(event.currentTarget.checked)}
              />
              <PlaceChoice places={places} chosen={chosen} onChange={setChosen} />
            </>
          )}
          {notSaved ? <p role="alert">{t('signs.notSaved')}</p> : null}
          <div className="lp-form-foot">
            <Button
              leftSection={<IconPrinter size={16} aria-hidden="true" />}
              disabled={sheets.length === 0}
              loading={going !== null}
              onClick={() => setGoing('print')}
            >
              {t('signs.print')}
            </Button>
            {shell() === undefined ? null : (
              <Button
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden="true" />}
                disabled={sheets.length === 0 || going !== null}
                onClick={() => setGoing('save')}
              >
                {t('signs.save')}
              </Button>
            )}
            <span className="lp-soft" role="status">
              {t('signs.pages', { count: sheets.length })}
            </span>
          </div>
          {shell() === undefined ? <p className="lp-soft">{t('signs.noPdf')}</p> : null}
        </div>
      </section>
      <div className="lp-signs-desk" role="region" tabIndex={0} aria-label={t('signs.preview')}>
        {sheets.length === 0 ? (
          <p>{t(places.length === 0 ? 'signs.none' : 'signs.noneChosen')}</p>
        ) : (
          drawn.slice(0, SHOWN)
        )}
        {drawn.length > SHOWN ? (
          <p className="lp-soft">{t('signs.more', { count: drawn.length - SHOWN })}</p>
        ) : null}
      </div>
      {going === null ? null : (
        <DrawnPaper paper="a4" onDrawn={() => void out()}>
          {drawn}
        </DrawnPaper>
      )}
    </div>
  )
}

/** What all signs have alike: whose they are, in which language first, and whether anything on them is real. */
function useSignLook(): Omit<SignLook, 'marks'> {
  const hub = useClient()
  const site = useSite()
  const language = useLocale((locale) => locale.language)
  const info = useQuery('hub.info', (signal) => hub.hub.info(undefined, { signal }))
  return {
    siteName: site?.name ?? '',
    timeZone: site?.timeZone ?? 'UTC',
    language,
    practice: info.data?.demo === true,
  }
}
