import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../live/use-live.ts'
import { NEW } from '../../navigation/route.ts'
import { navigate } from '../../navigation/use-route.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { AddressPanel } from './address-panel.tsx'
import { AdoptInspector } from './adopt-inspector.tsx'
import { AttemptsInbox } from './attempts-inbox.tsx'
import { BeforehandInspector } from './beforehand-inspector.tsx'
import { useFreshKey } from './fresh-key.ts'
import type { FreshKey } from './fresh-key.ts'
import { KeyInspector } from './key-inspector.tsx'
import { PairingPanel } from './pairing-panel.tsx'
import { WaitingList } from './waiting-list.tsx'
import './adoption.css'

/** Connecting chargers. `open` is the candidate in the inspector, or `NEW` for a station beforehand. */
export function AdoptionScreen({ open }: { open: string | null }) {
  const { t } = useTranslation('adoption')
  const candidate = useRows('candidate').find((row) => row.id === open)
  const fresh = useFreshKey((held) => held.fresh)
  const setFresh = (key: FreshKey | null) => useFreshKey.setState({ fresh: key })
  const close = () => navigate({ screen: 'adoption' })

  return (
    <Screen
      title={t('title')}
      padded
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => navigate({ screen: 'adoption', open: NEW })}
        >
          {t('add')}
        </Button>
      }
      inspector={
        fresh ? (
          <KeyInspector
            key={fresh.station.id}
            fresh={fresh}
            onDone={() => {
              setFresh(null)
              close()
            }}
          />
        ) : open === NEW ? (
          <BeforehandInspector key={NEW} onClose={close} onAdded={setFresh} />
        ) : candidate ? (
          <AdoptInspector
            key={candidate.id}
            candidate={candidate}
            onClose={close}
            onAdopted={setFresh}
          />
        ) : null
      }
    >
      <div className="lp-adoption">
        <div className="lp-adoption-top">
          <PairingPanel />
          <AddressPanel />
        </div>
        <WaitingList openId={open} />
        <AttemptsInbox />
      </div>
    </Screen>
  )
}
