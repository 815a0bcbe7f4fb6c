/** Hatrack's own mark: three hats' pegs on a rack, one of them taken. */
export function HatrackMark({ size = 18 }: { size?: number }) {
  return (
    <svg class="hatrack-mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d="M3 5.5h18" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      <path d="M6 6v4M18 6v4" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      <path d="M12 6v3" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      <path d="M7.6 16.2c0-3.6 1.6-6.2 4.4-6.2s4.4 2.6 4.4 6.2Z" fill="currentColor" />
      <path
        d="M4.5 17.6c2.2 1.5 12.8 1.5 15 0"
        stroke="currentColor"
        stroke-width="2.2"
        stroke-linecap="round"
        fill="none"
      />
    </svg>
  );
}
