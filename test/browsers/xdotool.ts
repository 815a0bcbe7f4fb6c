// Keys of the X server itself, for a visible window on Linux (xvfb-run or a desktop) when xdotool is installed.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { splitChord } from './keys.ts';

const X_NAMES: Record<string, string> = { Control: 'ctrl', Alt: 'alt', Shift: 'shift', Meta: 'super' };
const X_KEYS: Record<string, string> = { ' ': 'space', Space: 'space', ',': 'comma', '.': 'period' };

export function canPressRealKeys(): boolean {
  return process.platform === 'linux' && Boolean(process.env.DISPLAY) && spawnSync('xdotool', ['version']).status === 0;
}

/** Presses the chord in the window that has the focus. */
export function pressRealKeys(chord: string): void {
  const { modifiers, key } = splitChord(chord);
  const last = X_KEYS[key] ?? (/^[A-Z]$/.test(key) ? key.toLowerCase() : key);
  const keys = [...modifiers.map((modifier) => X_NAMES[modifier]), last].join('+');
  const { status, stderr } = spawnSync('xdotool', ['key', '--clearmodifiers', keys], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`xdotool key ${keys} failed: ${stderr}`);
}
