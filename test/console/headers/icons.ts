/** The navigation bar's icons: plain shapes drawn for the stand-in, none of AWS's artwork. */
const SHAPES = {
  grid: '<path d="M1 1h3v3H1zM6.5 1h3v3h-3zM12 1h3v3h-3zM1 6.5h3v3H1zM6.5 6.5h3v3h-3zM12 6.5h3v3h-3zM1 12h3v3H1zM6.5 12h3v3h-3zM12 12h3v3h-3z" fill="currentColor" stroke="none"/>',
  search: '<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 4 4"/>',
  terminal: '<rect x="1" y="2" width="14" height="12" rx="1.5"/><path d="m4 6 2.5 2L4 10M8.5 10.5H12"/>',
  bell: '<path d="M3 12V7.5a5 5 0 0 1 10 0V12M1.5 12h13M6.5 14.5h3"/>',
  help: '<circle cx="8" cy="8" r="6.5"/><path d="M6 6.3a2 2 0 1 1 2.6 2c-.4.2-.6.5-.6 1v.4M8 11.6v.2"/>',
  settings:
    '<circle cx="8" cy="8" r="2.3"/><path d="M8 1v2.2M8 12.8V15M1 8h2.2M12.8 8H15M3 3l1.6 1.6M11.4 11.4 13 13M13 3l-1.6 1.6M4.6 11.4 3 13"/>',
  caret: '<path d="m3.5 6 4.5 5 4.5-5z" fill="currentColor" stroke="none"/>',
  more: '<path d="M1.5 3.5h13M1.5 8h13M1.5 12.5h13"/>',
  copy: '<rect x="5" y="5" width="9.5" height="9.5" rx="1"/><path d="M11 2.5V1.5h-9.5V11h1"/>',
} as const;

export type IconName = keyof typeof SHAPES;

export function icon(name: IconName): string {
  return `<svg class="icon icon-${name}" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">${SHAPES[name]}</svg>`;
}
