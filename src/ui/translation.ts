import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type enMessages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof enMessages;

/** Makes the sentence for a key in the user's language; values fill $1, $2, … */
export type Translate = (key: MessageKey, ...values: readonly (string | number)[]) => string;

/** Shows the key itself: only ever seen where an entry point forgot to provide the sentences. */
export const Translation = createContext<Translate>((key) => key);

export function useTranslate(): Translate {
  return useContext(Translation);
}
