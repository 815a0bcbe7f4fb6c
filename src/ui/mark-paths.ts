/** Hatrack's own mark, for those who draw it with Preact and those who do without: three pegs on a rack, a hat on one. */
export const MARK_BOX = '0 0 24 24';

const LINE = { fill: 'none', stroke: 'currentColor', 'stroke-linecap': 'round' } as const;

export const MARK_PATHS = [
  { ...LINE, d: 'M3 5.5h18', 'stroke-width': '2' },
  { ...LINE, d: 'M6 6v4M18 6v4', 'stroke-width': '2' },
  { ...LINE, d: 'M12 6v3', 'stroke-width': '2' },
  { d: 'M7.6 16.2c0-3.6 1.6-6.2 4.4-6.2s4.4 2.6 4.4 6.2Z', fill: 'currentColor' },
  { ...LINE, d: 'M4.5 17.6c2.2 1.5 12.8 1.5 15 0', 'stroke-width': '2.2' },
] as const;
