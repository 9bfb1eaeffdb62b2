import { Icon } from '../parts/icon.tsx'
import { useSays } from '../words/words.ts'

/** The way a step back, as the browser's own goes. */
export function StepTop() {
  const { words } = useSays()
  return (
    <button type="button" class="step-back" onClick={() => history.back()}>
      <Icon name="back" />
      {words.common.back}
    </button>
  )
}
