import type { ComponentChildren } from 'preact';

interface IconButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A button that is a picture alone. */
export function IconButton({ label, onClick, children }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" title={label} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}

export function SearchIcon() {
  return (
    <svg class="search-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M10.5 10.5 14 14" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
    </svg>
  );
}

export function GearIcon() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M2 4h6M12 4h2M2 12h2M8 12h6" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
      <circle cx="10" cy="4" r="2" fill="none" stroke="currentColor" stroke-width="1.6" />
      <circle cx="6" cy="12" r="2" fill="none" stroke="currentColor" stroke-width="1.6" />
    </svg>
  );
}

export function PulseIcon() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d="M1.5 8.5h3l2-5 3 9 2-4h3"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
