const PATHS = {
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 8c1-4 4-6 8-6s7 2 8 6',
  arrow: 'M5 12h14m-6-6 6 6-6 6',
  bars: 'M5 20V10m7 10V4m7 16v-7',
  beaker: 'M9 4h6m-5 0v6L5 18c-.6 1.2 0 2 1 2h12c1 0 1.600-.8 1-2l-5-8V4m-7 10h10',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.500 1.500h-15zM10.500 21h3',
  board: 'M4 5h4v14H4zm6 0h4v9h-4zm6 0h4v6h-4z',
  building: 'M5 20V5h9v15m0-11h5v11M8 9h3m-3 4h3m-3 4h3m-8 3h18',
  call: 'M6 4h3l2 5-2 1.5a12 12 0 0 0 5 5L15.5 13l5 2v3c0 1-1 2-2 2C11 20 4 13 4 6c0-1 1-2 2-2Z',
  check: 'm5 12.5 4.5 4.500L19 7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.500l3.5 2',
  cog: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm0-12v3m0 12v3M3 12h3m12 0h3M5.600 5.600l2.100 2.100m8.600 8.600 2.100 2.100m0-12.800-2.100 2.100m-8.600 8.600-2.100 2.100',
  close: 'M6 6l12 12M18 6 6 18',
  cup: 'M8 4h8v6a4 4 0 0 1-8 0zm0 2H5c0 3 1 4 3 4m8-4h3c0 3-1 4-3 4m-4 4v3m-3 3h6m-5 0 .5-3h3l.5 3',
  down: 'm6 9 6 6 6-6',
  full: 'M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5',
  language: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 9h17m-17 6h17M12 3c-5 5-5 13 0 18m0-18c5 5 5 13 0 18',
  left: 'm15 6-6 6 6 6',
  lock: 'M6 11h12v9H6zm3 0V8a3 3 0 0 1 6 0v3',
  mail: 'M4 6h16v12H4zm0 1 8 6 8-6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  moon: 'M19 14.500A7.5 7.5 0 0 1 9.5 5 7.5 7.5 0 1 0 19 14.500Z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  note: 'M6 4h9l4 4v12H6zm3 7h6m-6 4h6',
  offline: 'm4 4 16 16M8.5 15.500a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4-2.400m6 .2a10 10 0 0 1 4 2.200M12 19h.01',
  pause: 'M8 5v14m8-14v14',
  play: 'M8 5v14l11-7z',
  plus: 'M12 5v14M5 12h14',
  report: 'M5 4h14v16H5zm3.500 12v-4m3.500 4V8m3.500 8v-6',
  right: 'm9 6 6 6-6 6',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4 4',
  signOut: 'M14 4H5v16h9m-4-8h10m-3-3 3 3-3 3',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.400m0-12.800L17 7M7 17l-1.4 1.4',
  task: 'M5 5h14v14H5zm3.5 7 2.5 2.500L15.5 9',
  team: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 9c.7-3.5 3-5 7-5s6.3 1.5 7 5m0-9a3 3 0 0 0 0-6m3 14c3 0 3-3 1-5-.8-.8-2-1-3-1',
  up: 'm6 15 6-6 6 6',
  warning: 'M12 4 2.5 20h19zm0 6v4.500m0 2.500h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing in the colour of the text around it. It says nothing by itself: a label stands beside or on it. */
export const Icon = ({ name, size = 18 }: Readonly<{ name: IconName; size?: number }>) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.8}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={PATHS[name]} />
  </svg>
);
