import { useState } from 'react'
import type { Site, SitePatch } from '../../../shared/domain/site/site.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { useRowForm } from '../../live/use-row-form.ts'

/**
 * The form of some of the site's words. What another desk saves meanwhile is told, and never written over unseen.
 * @param said what the status bar says once it is saved
 */
export function useSiteForm<Form, Flaw>(
  site: Site,
  ways: {
    formOf: (site: Site) => Form
    flawsOf: (form: Form) => readonly Flaw[]
    patchOf: (form: Form, base: Site) => SitePatch
  },
  said: string,
) {
  const hub = useClient()
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const saving = useAct((patch: SitePatch) => hub.site.update(patch))
  const save = async (patch: SitePatch) => {
    const saved = await saving.run(patch)
    if (!saved) return undefined
    setSavedAt(Date.now())
    tellAct(said)
    return saved
  }
  return { held: useRowForm(site, { ...ways, save, busy: saving.busy }), saving, savedAt }
}
