import { TextField } from '../parts/fields.tsx'
import type { Who } from '../phone/draft.ts'
import { useSays } from '../words/words.ts'
import { isEmailLike, isPhoneLike } from './who.ts'

/** Plate, phone and e-mail: none has to be told, and each says what it is for. */
export function WhoFields({
  who,
  showsProblems,
  onChange,
  note,
}: {
  who: Who
  showsProblems: boolean
  onChange: (who: Who) => void
  note: string | null
}) {
  const { words } = useSays()
  const say = words.site.details
  const optional = words.common.optional
  return (
    <fieldset class="who">
      <legend>{say.who}</legend>
      {note !== null && <p class="soft">{note}</p>}
      <TextField
        {...{ label: say.plate, says: say.plateSays, optional }}
        value={who.plate}
        isPlate
        autocomplete="off"
        maxLength={20}
        onType={(plate) => onChange({ ...who, plate })}
      />
      <TextField
        {...{ label: say.phone, says: say.phoneSays, optional }}
        type="tel"
        autocomplete="tel"
        maxLength={30}
        value={who.phone}
        problem={showsProblems && !isPhoneLike(who.phone) ? say.phoneBad : null}
        onType={(phone) => onChange({ ...who, phone })}
      />
      <TextField
        {...{ label: say.email, says: say.emailSays, optional }}
        type="email"
        autocomplete="email"
        maxLength={120}
        value={who.email}
        problem={showsProblems && !isEmailLike(who.email) ? say.emailBad : null}
        onType={(email) => onChange({ ...who, email })}
      />
    </fieldset>
  )
}
