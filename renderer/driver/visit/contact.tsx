import { useState } from 'preact/hooks'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Act } from '../client/use-act.ts'
import { Button } from '../parts/button.tsx'
import { Facts } from '../parts/facts.tsx'
import type { Who } from '../phone/draft.ts'
import { SendTrouble } from '../site/send-trouble.tsx'
import { isEmailLike, isPhoneLike } from '../site/who.ts'
import { WhoFields } from '../site/who-fields.tsx'
import { useSays } from '../words/words.ts'

/** Where its driver is told of a visit, and the link that opens it. */
export function Contact({
  view,
  now,
  act,
  put,
}: {
  view: VisitView
  now: Instant
  act: Act
  put: (view: VisitView) => void
}) {
  const { words } = useSays()
  const say = words.visit.contact
  const details = words.site.details
  const [typed, setTyped] = useState<Who | null>(null)
  const [isSaved, setIsSaved] = useState(false)
  const isOpen = view.state !== 'over'
  const save = async (who: Who): Promise<void> => {
    if (!isPhoneLike(who.phone) || !isEmailLike(who.email)) return
    const outcome = await act.run('setContact', { ...who })
    if (outcome?.ok !== true) return
    put(outcome.value)
    setTyped(null)
    setIsSaved(true)
  }
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{say.title}</h2>
      {typed === null ? (
        <>
          <Facts
            rows={[
              [details.plate, view.plate],
              [details.phone, view.phone],
              [details.email, view.email],
            ]}
          />
          {view.phone === '' && view.email === '' && isOpen && <p class="soft">{say.none}</p>}
          <p role="status" class="soft">
            {isSaved ? say.saved : ''}
          </p>
          {isOpen && (
            <Button
              onPress={() => {
                setIsSaved(false)
                setTyped({ plate: view.plate, phone: view.phone, email: view.email })
              }}
            >
              {say.edit}
            </Button>
          )}
        </>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void save(typed)
          }}
        >
          <WhoFields who={typed} showsProblems onChange={setTyped} note={null} />
          <SendTrouble act={act} now={now} currency={view.money?.currency ?? ''} acts />
          <div class="form-buttons">
            <Button kind="main" type="submit" isBusy={act.busy === 'setContact'}>
              {say.save}
            </Button>
            <Button kind="quiet" onPress={() => setTyped(null)}>
              {words.common.cancel}
            </Button>
          </div>
        </form>
      )}
      <p class="soft small">{say.link}</p>
      <CopyLink />
    </section>
  )
}

/** Only where the browser lets a page write to the clipboard: with TLS. */
function CopyLink() {
  const say = useSays().words.visit.contact
  const [isCopied, setIsCopied] = useState(false)
  if (!('clipboard' in navigator) || !globalThis.isSecureContext) return null
  return (
    <Button
      kind="quiet"
      onPress={() => {
        void navigator.clipboard.writeText(location.href).then(() => setIsCopied(true))
      }}
    >
      <span role="status">{isCopied ? say.copied : say.copy}</span>
    </Button>
  )
}
