import { type CSSVariablesResolver, createTheme } from '@mantine/core';

const CJK = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'";

/** `close` is the word for closing: those buttons show only a cross. */
export const themeSaying = (close: string) =>
  createTheme({
    colors: {
      // Mantine's greys, a little towards blue, so that inputs and sheets belong together in the dark.
      dark: [
        '#d7dce5',
        '#b9c1cf',
        '#9aa4b5',
        '#6b7688',
        '#3b4454',
        '#2f3744',
        '#242a36',
        '#1b2029',
        '#161a22',
        '#12151c',
      ],
    },
    primaryColor: 'indigo',
    primaryShade: { light: 7, dark: 8 },
    defaultRadius: 'md',
    fontFamily: `Inter, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, ${CJK}, system-ui, sans-serif`,
    fontFamilyMonospace: "'JetBrains Mono', 'Cascadia Code', Menlo, Consolas, monospace",
    headings: { fontWeight: '650' },
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      // In its own colour a title on yellow is too faint.
      Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
      Modal: { defaultProps: { closeButtonProps: { 'aria-label': close } } },
      // A comma for the decimals must not make `12,5` a hundred and twenty-five.
      NumberInput: { defaultProps: { allowedDecimalSeparators: ['.', ','] } },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } },
    },
  });

/** What the defaults lack in contrast (WCAG 2.2 AA asks for 4.5 to 1), and the surfaces of the pages. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4b5563',
    '--mantine-color-placeholder': '#6b7280',
    '--annals-ground': '#f4f5f8',
    '--annals-sheet': '#ffffff',
    '--annals-line': '#dfe3ea',
    '--annals-accent': '#3b5bdb',
  },
  dark: {
    '--mantine-color-dimmed': '#a8b0bf',
    '--mantine-color-placeholder': '#98a1b2',
    '--mantine-color-body': '#12151c',
    '--annals-ground': '#12151c',
    '--annals-sheet': '#1b2029',
    '--annals-line': '#2f3744',
    '--annals-accent': '#91a7ff',
  },
});
