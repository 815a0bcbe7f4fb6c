import { MARK_BOX, MARK_PATHS } from './mark-paths.ts';

/** Hatrack's own mark. */
export function HatrackMark({ size = 18 }: { size?: number }) {
  return (
    <svg class="hatrack-mark" viewBox={MARK_BOX} width={size} height={size} aria-hidden="true">
      {MARK_PATHS.map((path) => (
        <path key={path.d} {...path} />
      ))}
    </svg>
  );
}
