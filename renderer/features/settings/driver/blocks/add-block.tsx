import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { tellAct } from '../../../../live/last-act.ts'
import { useAct } from '../../../../live/use-act.ts'
import { useClient } from '../../../../live/use-live.ts'
import { ErrorNote } from '../../../../ui/frame/error-note.tsx'
import { inert } from '../../../../ui/mark/inert.ts'
import { blockFlaws, blockIn, blockOfs, emptyBlock } from './block-form.ts'
import type { BlockForm } from './block-form.ts'

const LONGEST_REASON = 200

/** Blocks somebody by what they are known by. What is wrong is told once it was tried. */
export function AddBlock({ onAdded }: { onAdded: () => void }) {
  const { t } = useTranslation('driverPage')
  const hub = useClient()
  const [form, setForm] = useState<BlockForm>(emptyBlock)
  const [isTried, setIsTried] = useState(false)
  const add = useAct((wanted: BlockForm) => hub.visit.block(blockIn(wanted)))
  const flaws = blockFlaws(form)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (flaws.length > 0) return
    const made = await add.run(form)
    if (made === undefined) return
    tellAct(t('blocks.said.added', { value: inert(made.value, 60).text }))
    setForm({ ...emptyBlock, of: form.of })
    setIsTried(false)
    onAdded()
  }
  return (
    <form className="lp-form" noValidate onSubmit={(event) => void submit(event)}>
      <div className="lp-choice">
        <span id="block-of">{t('blocks.of')}</span>
        <SegmentedControl
          aria-labelledby="block-of"
          value={form.of}
          data={blockOfs.map((value) => ({ value, label: t(`blocks.ofs.${value}`) }))}
          onChange={(value) =>
            setForm({ ...form, of: blockOfs.find((known) => known === value) ?? form.of })
          }
        />
      </div>
      <TextInput
        label={t(`blocks.value.${form.of}`)}
        type={form.of === 'email' ? 'email' : form.of === 'phone' ? 'tel' : 'text'}
        autoComplete="off"
        maxLength={120}
        value={form.value}
        error={isTried && flaws.includes('value') ? t(`blocks.valueBad.${form.of}`) : null}
        onChange={(event) => setForm({ ...form, value: event.currentTarget.value })}
      />
      <TextInput
        label={t('blocks.reason')}
        description={t('blocks.reasonHint')}
        autoComplete="off"
        value={form.reason}
        error={flaws.includes('reason') ? t('blocks.reasonBad', { most: LONGEST_REASON }) : null}
        onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
      />
      <ErrorNote error={add.error} />
      <div className="lp-form-foot">
        <Button type="submit" variant="default" loading={add.busy}>
          {t('blocks.add')}
        </Button>
      </div>
    </form>
  )
}
