import type { LegendEntry } from './legend.ts'

/** What stands on the picture besides the chart itself. */
export interface PictureWords {
  readonly title: string
  readonly subtitle: string
  readonly legend: readonly LegendEntry[]
}

const NAMESPACE = 'http://www.w3.org/2000/svg'
const MARGIN = 24
const HEAD = 64
const LEGEND_LINE = 20
/** Twice as fine as the screen: a picture is printed, or looked at larger. */
const SCALE = 2

/** What a stylesheet gives an element of the chart, which a picture has to carry itself. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
] as const

/**
 * The chart as a PNG picture with its title and legend, in the light colours on white whatever the window has, since
 * it is for paper and letters.
 * @throws when the browser can't draw it
 */
export async function chartPicture(chart: SVGSVGElement, words: PictureWords): Promise<Blob> {
  const { width, height } = chart.getBoundingClientRect()
  const picture = inLight(() => pictureOf(chart, words, width, height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Number(picture.getAttribute('width')) * SCALE
  canvas.height = Number(picture.getAttribute('height')) * SCALE
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  context.scale(SCALE, SCALE)
  context.drawImage(image, 0, 0)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)))
  })
}

/** Reads styles as they are in the light scheme; it is back before anything is painted. */
function inLight<Result>(read: () => Result): Result {
  const root = document.documentElement
  const name = 'data-mantine-color-scheme'
  const scheme = root.getAttribute(name)
  root.setAttribute(name, 'light')
  try {
    return read()
  } finally {
    if (scheme === null) root.removeAttribute(name)
    else root.setAttribute(name, scheme)
  }
}

function pictureOf(
  chart: SVGSVGElement,
  { title, subtitle, legend }: PictureWords,
  width: number,
  height: number,
): SVGElement {
  const root = getComputedStyle(document.documentElement)
  const colour = (value: string) =>
    /^var\((?<name>[^)]+)\)$/.exec(value)?.groups?.['name'] === undefined
      ? value
      : root.getPropertyValue(value.slice(4, -1)).trim()
  const font = getComputedStyle(document.body).fontFamily
  const lines = legendLines(legend, width)
  const whole = element('svg', {
    width: Math.ceil(width + 2 * MARGIN),
    height: Math.ceil(HEAD + height + lines.length * LEGEND_LINE + 2 * MARGIN),
    'font-family': font,
  })
  whole.append(element('rect', { width: '100%', height: '100%', fill: '#fff' }))
  whole.append(text(title, MARGIN, MARGIN + 14, { 'font-size': 18, 'font-weight': 600 }))
  whole.append(text(subtitle, MARGIN, MARGIN + 36, { 'font-size': 13, fill: '#566273' }))
  const place = element('g', { transform: `translate(${MARGIN} ${HEAD + MARGIN / 2})` })
  place.append(copyOf(chart))
  whole.append(place)
  lines.forEach((line, row) => {
    const y = HEAD + MARGIN / 2 + height + LEGEND_LINE * (row + 1)
    for (const { entry, x } of line) {
      whole.append(swatch(entry, x + MARGIN, y, colour, chart))
      whole.append(text(entry.name, x + MARGIN + 28, y, { 'font-size': 12 }))
    }
  })
  return whole
}

/** A copy that needs no stylesheet. */
function copyOf(chart: SVGSVGElement): Node {
  const copy = chart.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return copy
  const copies = copy.querySelectorAll('*')
  for (const [index, source] of [...chart.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(source)
    const target = copies[index]
    for (const name of carried) target?.setAttribute(name, style.getPropertyValue(name))
  }
  return copy
}

/** The legend broken into lines, by about how wide its words are. */
function legendLines(
  legend: readonly LegendEntry[],
  width: number,
): { entry: LegendEntry; x: number }[][] {
  const lines: { entry: LegendEntry; x: number }[][] = []
  let x = 0
  for (const entry of legend) {
    const room = 28 + entry.name.length * 7 + 20
    if (lines.length === 0 || x + room > width) {
      lines.push([])
      x = 0
    }
    lines.at(-1)?.push({ entry, x })
    x += room
  }
  return lines
}

function swatch(
  { look, colour, dashes, width = 2, opacity = 1, mark }: LegendEntry,
  x: number,
  y: number,
  resolved: (colour: string) => string,
  chart: SVGSVGElement,
): SVGElement {
  if (look === 'line')
    return element('path', {
      d: `M${x} ${y - 4}h22`,
      stroke: resolved(colour),
      'stroke-width': width,
      'stroke-dasharray': dashes ?? 'none',
    })
  const hatch = mark === undefined ? null : chart.querySelector(`pattern[id$="-${mark}"]`)
  const fill = hatch === null ? resolved(colour) : `url(#${hatch.id})`
  return element('rect', { x, y: y - 10, width: 22, height: 12, fill, 'fill-opacity': opacity })
}

function text(
  words: string,
  x: number,
  y: number,
  attributes: Record<string, string | number>,
): SVGElement {
  const node = element('text', { fill: '#16202f', ...attributes, x, y })
  node.textContent = words
  return node
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const node = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value))
  // The boundary: the namespace above says what it is.
  return node as SVGElement
}
