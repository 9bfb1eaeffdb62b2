import type { Exposure } from '../../../../../shared/domain/driver-door/driver-door.ts'
import { driverDoorWords } from '../../../../../shared/domain/driver-door/driver-door.ts'
import type {
  DriverDoor,
  DriverDoorWords,
} from '../../../../../shared/domain/driver-door/driver-door.ts'
import { whatDiffers } from '../../../../ui/input/what-differs.ts'

/** The ways the page can be laid open; `off` is the way to close it. */
export const exposures = ['lan', 'proxy', 'tls'] as const satisfies Exposure[]
export type OpenExposure = (typeof exposures)[number]

/** What is typed of the door, in the order it is asked for. */
export const doorFields = [
  'publicUrl',
  'trustedProxies',
  'certFile',
  'keyFile',
  'port',
  'slug',
] as const
export type DoorField = (typeof doorFields)[number]

/** What each way of opening it has to know. */
const asked: Readonly<Record<OpenExposure, readonly DoorField[]>> = {
  lan: ['port', 'slug'],
  proxy: ['publicUrl', 'trustedProxies', 'port', 'slug'],
  tls: ['publicUrl', 'certFile', 'keyFile', 'port', 'slug'],
}

/** The fields of a way of opening it, in order. */
export function fieldsOf(exposure: OpenExposure): readonly DoorField[] {
  return doorFields.filter((field) => asked[exposure].includes(field))
}

/** The door as it is typed; the proxies one a line. */
export type DoorForm = Readonly<Record<DoorField, string>> & { readonly exposure: OpenExposure }

/** Why a field can't be so; `line` is the one of several that is wrong. */
export type DoorFlaw =
  | { readonly why: 'bad' | 'needed' | 'taken' | 'tooLong' }
  | { readonly why: 'line'; readonly line: string }
  | { readonly why: 'many'; readonly most: number }
export type DoorFlaws = { readonly [Field in DoorField]?: DoorFlaw }

/** The form that shows a door; one that is closed is proposed to be opened on the network alone. */
export function doorFormOf(door: DriverDoor): DoorForm {
  return {
    exposure: door.exposure === 'off' ? 'lan' : door.exposure,
    port: String(door.port),
    slug: door.slug,
    publicUrl: door.publicUrl,
    trustedProxies: door.trustedProxies.join('\n'),
    certFile: door.certFile,
    keyFile: door.keyFile,
  }
}

/** What is wrong with what its way of opening asks; what it doesn't ask is left alone. */
export function doorFlaws(form: DoorForm): DoorFlaws {
  const flaws = fieldsOf(form.exposure).flatMap((field) => {
    const flaw = flawOf(field, form)
    return flaw === null ? [] : [[field, flaw] as const]
  })
  return Object.fromEntries(flaws)
}

/** What the form would change of a door, which is then open. */
export function doorPatchOf(form: DoorForm, door: DriverDoor): Partial<DriverDoorWords> {
  const told: DriverDoorWords = {
    exposure: form.exposure,
    port: portIn(form) ?? door.port,
    slug: form.slug.trim(),
    publicUrl: urlIn(form),
    trustedProxies: linesIn(form),
    certFile: form.certFile.trim(),
    keyFile: form.keyFile.trim(),
  }
  const changed = whatDiffers(told, door)
  const mine = fieldsOf(form.exposure)
  for (const field of doorFields) if (!mine.includes(field)) delete changed[field]
  return changed
}

/** The address that the page will have, as far as it is known: of the network's own addresses only the end is. */
export function pageUrl(form: DoorForm, host: string): string {
  const origin =
    form.exposure === 'lan' ? `http://${host}:${form.port.trim()}` : urlIn(form) || 'https://…'
  return `${origin}/${form.slug.trim()}`
}

/** A trailing stroke is no path that anybody means. */
export function urlIn({ publicUrl }: Pick<DoorForm, 'publicUrl'>): string {
  return publicUrl.trim().replace(/\/$/, '')
}

/** The proxies, one a line or parted by commas. */
export function linesIn({ trustedProxies }: Pick<DoorForm, 'trustedProxies'>): string[] {
  return trustedProxies
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function portIn({ port }: Pick<DoorForm, 'port'>): number | null {
  const text = port.trim()
  const told = /^\d{1,5}$/.test(text) ? Number(text) : null
  return driverDoorWords.shape.port.safeParse(told).success ? told : null
}

function flawOf(field: DoorField, form: DoorForm): DoorFlaw | null {
  const { shape } = driverDoorWords
  const typed = form[field].trim()
  switch (field) {
    case 'port':
      return portIn(form) === null ? { why: 'bad' } : null
    case 'slug': {
      const issue = shape.slug.safeParse(typed).error?.issues[0]
      if (issue === undefined) return null
      return { why: issue.code === 'custom' ? 'taken' : 'bad' }
    }
    case 'publicUrl':
      if (typed === '') return { why: 'needed' }
      return shape.publicUrl.safeParse(urlIn(form)).success ? null : { why: 'bad' }
    case 'trustedProxies': {
      const lines = linesIn(form)
      if (lines.length === 0) return { why: 'needed' }
      const line = lines.find((one) => !shape.trustedProxies.safeParse([one]).success)
      if (line !== undefined) return { why: 'line', line }
      return shape.trustedProxies.safeParse(lines).success
        ? null
        : { why: 'many', most: MOST_PROXIES }
    }
    case 'certFile':
    case 'keyFile':
      if (typed === '') return { why: 'needed' }
      return shape[field].safeParse(typed).success ? null : { why: 'tooLong' }
  }
}

const MOST_PROXIES = 20
