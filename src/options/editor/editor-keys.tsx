import { type MessageKey, useTranslate } from '../../ui/translation.ts';

const IS_MAC = /Mac|iP(?:hone|ad)/.test(navigator.platform);
const MOD = IS_MAC ? '⌘' : 'Ctrl+';

const KEYS: readonly { readonly keys: readonly string[]; readonly does: MessageKey }[] = [
  { keys: [IS_MAC ? 'Ctrl+Space' : `${MOD}Space`], does: 'keysComplete' },
  { keys: [`${MOD}F`], does: 'keysFind' },
  { keys: ['F8'], does: 'keysNextProblem' },
  { keys: [`${MOD}.`], does: 'keysMend' },
  { keys: [`${MOD}S`], does: 'keysSave' },
  { keys: ['Esc', 'Tab'], does: 'keysLeave' },
];

/** The keys that one would not guess, and the way out. */
export function EditorKeys({ id }: { readonly id: string }) {
  const t = useTranslate();
  return (
    <ul id={id} class="editor-keys">
      {KEYS.map(({ keys, does }) => (
        <li key={does}>
          {keys.map((key) => (
            <>
              <kbd>{key}</kbd>{' '}
            </>
          ))}
          {t(does)}
        </li>
      ))}
    </ul>
  );
}
