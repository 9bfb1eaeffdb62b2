import {
  Badge,
  Button,
  createTheme,
  defaultVariantColorsResolver,
  Modal,
  SegmentedControl,
  Table,
  Tooltip,
} from '@mantine/core'
import type { MantineColorsTuple, VariantColorsResolver } from '@mantine/core'

/**
 * The colour of things to press: ink, because every other colour already says a state.
 * From the lightest (0) to the darkest (9), as Mantine wants it.
 */
const ink: MantineColorsTuple = [
  '#f4f6f8',
  '#e6e9ee',
  '#ccd3dc',
  '#aeb8c5',
  '#8c98a8',
  '#6a7788',
  '#4d596a',
  '#364152',
  '#243042',
  '#16202f',
]

const dark: MantineColorsTuple = [
  '#d5dae1',
  '#a9b2be',
  '#8893a2',
  '#5f6b7a',
  '#3d4754',
  '#2f3843',
  '#242b34',
  '#1a2027',
  '#141920',
  '#0e1217',
]

/** A filled control is ink on light ground and light on dark ground, its words always the other way round. */
const colours: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input)
  if (input.variant !== 'filled' || (input.color ?? 'ink') !== 'ink') return resolved
  return {
    ...resolved,
    background: 'var(--lp-accent)',
    hover: 'var(--lp-accent-hover)',
    color: 'var(--lp-on-accent)',
  }
}

/** Calm, dense, on a grid of 4 px; the colours of states are CSS variables in `theme.css`. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  autoContrast: true,
  variantColorResolver: colours,
  colors: { ink, dark },
  fontFamily:
    // The last one by name is what a bare Linux has: set narrower than the `sans-serif` it would choose itself.
    "'Segoe UI Variable Text', 'Segoe UI', 'SF Pro Text', 'Adwaita Sans', 'Noto Sans', Cantarell, Ubuntu, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif",
  fontFamilyMonospace:
    "'Cascadia Mono', 'SF Mono', Consolas, 'Noto Sans Mono', 'Liberation Mono', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.3', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '14px', lineHeight: '1.4' },
      h3: { fontSize: '13px', lineHeight: '1.4' },
    },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Badge: Badge.extend({ defaultProps: { radius: 'sm', tt: 'none', fw: 600 } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.35 },
      },
    }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6 } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true, fz: 'xs' } }),
  },
})
