import process from 'node:process';

/** Whether a window can be shown here. macOS and Windows always have a desktop. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
