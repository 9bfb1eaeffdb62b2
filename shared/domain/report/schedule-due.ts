import type { Instant } from '../../time/instant.ts'
import { localDayOf, type Stretch, unitAt } from './period.ts'
import type { ReportSchedule, ScheduleEvery } from './schedule.ts'

/** A file that is to be written. */
export interface DueFile {
  readonly stretch: Stretch
  readonly fileName: string
}

/** Characters that some file system refuses, that lead into another folder, or that change how a name reads. */
const unwanted = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu

/** Whether each period's file has a name of its own by that pattern. */
export function isUniquePattern(pattern: string): boolean {
  return pattern.includes('{period}')
}

/** A period's file by the pattern, without folders; at most 150 characters before the ending. */
export function fileNameOf(
  pattern: string,
  { name, period }: { readonly name: string; readonly period: string },
): string {
  const told = pattern.replaceAll('{period}', period).replaceAll('{name}', name.slice(0, 80))
  const safe = told
    .replace(unwanted, '-')
    .replace(/\.csv$/i, '')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
    .slice(0, 150)
  return `${safe || period}.csv`
}

interface NamedFiles extends Pick<ReportSchedule, 'every' | 'fileNamePattern'> {
  /** The report's. */
  readonly name: string
}

/** Whether two schedules call their files the same; some file systems don't tell capital letters apart. */
export function writesSameFiles(one: NamedFiles, other: NamedFiles): boolean {
  const fileOf = ({ fileNamePattern, name }: NamedFiles): string =>
    fileNameOf(fileNamePattern, { name, period: 'P' }).toLowerCase()
  return one.every === other.every && fileOf(one) === fileOf(other)
}

/**
 * The first period that has no file yet and whose hour has come; null when nothing is due. Asked again once that file
 * is there, it names the next, so that whatever was missed is made up for in order, each period once.
 */
export function dueFile(
  schedule: Pick<
    ReportSchedule,
    'every' | 'atTime' | 'fileNamePattern' | 'lastDoneUntil' | 'pausedAt'
  >,
  presetName: string,
  { timeZone, now }: { readonly timeZone: string; readonly now: Instant },
): DueFile | null {
  const { every, fileNamePattern, lastDoneUntil, pausedAt } = schedule
  if (pausedAt !== null) return null
  const whole = unitAt(lastDoneUntil, every, timeZone)
  // Where the site's clock was set to another zone meanwhile, the period begins where the last one ended.
  const stretch = { fromAt: lastDoneUntil, untilAt: whole.untilAt }
  if (now < nextFileAt(schedule, timeZone)) return null
  const period = periodName(whole.fromAt, every, timeZone)
  return { stretch, fileName: fileNameOf(fileNamePattern, { name: presetName, period }) }
}

/** When the next file is due: its period over, and its hour there. In the past while one is late. */
export function nextFileAt(
  { every, atTime, lastDoneUntil }: Pick<ReportSchedule, 'every' | 'atTime' | 'lastDoneUntil'>,
  timeZone: string,
): Instant {
  return hourOf(unitAt(lastDoneUntil, every, timeZone).untilAt, atTime, timeZone)
}

/** What `{period}` becomes for the day or month that an instant lies in. */
export function periodName(at: Instant, every: ScheduleEvery, timeZone: string): string {
  const day = localDayOf(at, timeZone)
  return every === 'day' ? day : day.slice(0, 7)
}

/** The time of day on the day that begins at an instant; an hour that the clock leaves out comes an hour later. */
function hourOf(dayAt: Instant, atTime: string, timeZone: string): Instant {
  const day = Temporal.PlainDate.from(localDayOf(dayAt, timeZone))
  return day.toZonedDateTime({ timeZone, plainTime: atTime }).epochMilliseconds
}
