// Names of keys: `Ctrl+Shift+ArrowDown` and what KeyboardEvents say about them (US layout).
export type Modifier = 'Alt' | 'Control' | 'Meta' | 'Shift';

export interface Chord<Key = string> {
  modifiers: Modifier[];
  key: Key;
}

export interface KeyData {
  key: string;
  code: string;
  keyCode: number;
}

const MODIFIERS: Record<string, Modifier> = {
  Alt: 'Alt',
  Command: 'Meta',
  Control: 'Control',
  Ctrl: 'Control',
  MacCtrl: 'Control',
  Meta: 'Meta',
  Shift: 'Shift',
};

export const MODIFIER_KEYS: Record<Modifier, KeyData> = {
  Alt: { key: 'Alt', code: 'AltLeft', keyCode: 18 },
  Control: { key: 'Control', code: 'ControlLeft', keyCode: 17 },
  Meta: { key: 'Meta', code: 'MetaLeft', keyCode: 91 },
  Shift: { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
};

/** key, code, keyCode, and the key's value with Shift. */
const OTHERS: [string, string, number, string?][] = [
  ['Backspace', 'Backspace', 8],
  ['Tab', 'Tab', 9],
  ['Enter', 'Enter', 13],
  ['Escape', 'Escape', 27],
  [' ', 'Space', 32],
  ['PageUp', 'PageUp', 33],
  ['PageDown', 'PageDown', 34],
  ['End', 'End', 35],
  ['Home', 'Home', 36],
  ['ArrowLeft', 'ArrowLeft', 37],
  ['ArrowUp', 'ArrowUp', 38],
  ['ArrowRight', 'ArrowRight', 39],
  ['ArrowDown', 'ArrowDown', 40],
  ['Delete', 'Delete', 46],
  [';', 'Semicolon', 186, ':'],
  ['=', 'Equal', 187, '+'],
  [',', 'Comma', 188, '<'],
  ['-', 'Minus', 189, '_'],
  ['.', 'Period', 190, '>'],
  ['/', 'Slash', 191, '?'],
  ['`', 'Backquote', 192, '~'],
  ['[', 'BracketLeft', 219, '{'],
  ['\\', 'Backslash', 220, '|'],
  [']', 'BracketRight', 221, '}'],
  ["'", 'Quote', 222, '"'],
];

const SHIFTED_DIGITS = ')!@#$%^&*(';

/** `Ctrl+Shift+H` → its modifiers and its last key. A lone `+` is a key. */
export function splitChord(chord: string): Chord {
  const parts = chord.split(/(?<=.)\+/);
  const key = parts.pop() ?? '';
  const modifiers = parts.map((part) => {
    const modifier = MODIFIERS[part];
    if (!modifier) throw new Error(`${part} in ${chord} is not a modifier key.`);
    return modifier;
  });
  return { modifiers, key };
}

/** What a KeyboardEvent tells about a key (or a character). Characters that no key has come from an input method. */
export function keyData(name: string, shift = false): KeyData {
  const key = { Space: ' ', Comma: ',', Period: '.' }[name] ?? name;
  if (/^[a-z]$/i.test(key)) {
    const letter = key.toUpperCase();
    return { key: shift ? letter : key, code: `Key${letter}`, keyCode: letter.charCodeAt(0) };
  }
  if (/^\d$/.test(key)) {
    const shifted = SHIFTED_DIGITS[Number(key)] ?? key;
    return { key: shift ? shifted : key, code: `Digit${key}`, keyCode: key.charCodeAt(0) };
  }
  if (/^F\d+$/.test(key)) return { key, code: key, keyCode: 111 + Number(key.slice(1)) };
  const digit = SHIFTED_DIGITS.indexOf(key);
  if (key.length === 1 && digit >= 0) return { key, code: `Digit${digit}`, keyCode: 48 + digit };
  const found = OTHERS.find(([plain, , , shifted]) => key === plain || key === shifted);
  if (found) return { key: shift ? (found[3] ?? key) : key, code: found[1], keyCode: found[2] };
  if ([...key].length === 1) return { key, code: '', keyCode: 0 };
  throw new Error(`There is no key named ${name}.`);
}
