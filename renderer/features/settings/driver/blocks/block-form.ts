import { blockKey, blockOf, blockWords } from '../../../../../shared/domain/visit/block.ts'
import type { Block, BlockOf, BlockWords } from '../../../../../shared/domain/visit/block.ts'
import { emailText } from '../../../../../shared/domain/visit/visit.ts'
import { typedPhone } from '../../../../visit/typed-phone.ts'
import { phoneText } from '../../../../../shared/domain/walk-up/walk-up.ts'

/** A block as it is typed. */
export type BlockForm = { readonly of: BlockOf; readonly value: string; readonly reason: string }
export type BlockFlaw = 'value' | 'reason'

/** What somebody can be known by, in the order it is offered. */
export const blockOfs = blockOf.options

export const emptyBlock: BlockForm = { of: 'plate', value: '', reason: '' }

/** What is wrong; empty where it may be sent. */
export function blockFlaws(form: BlockForm): BlockFlaw[] {
  const flaws: BlockFlaw[] = []
  if (!isValue(form)) flaws.push('value')
  if (!blockWords.shape.reason.safeParse(form.reason).success) flaws.push('reason')
  return flaws
}

/** What is sent of a form without flaws. */
export function blockIn({ of, value, reason }: BlockForm): BlockWords {
  return { of, value: value.trim(), reason: reason.trim() }
}

/** The blocks in which what is typed stands, however a plate or a number is written. */
export function foundBlocks(blocks: readonly Block[], typed: string): Block[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return [...blocks]
  return blocks.filter((block) => {
    const key = block.of === 'phone' ? typedPhone(typed) : blockKey(block.of, typed)
    const isKey = key !== '' && block.key.includes(key)
    return isKey || [block.value, block.reason].some((text) => text.toLowerCase().includes(wanted))
  })
}

function isValue({ of, value }: BlockForm): boolean {
  const typed = value.trim()
  if (!blockWords.shape.value.safeParse(typed).success || blockKey(of, typed) === '') return false
  if (of === 'phone') return phoneText.safeParse(typed).success
  return of === 'plate' || emailText.safeParse(typed).success
}
