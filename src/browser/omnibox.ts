import type { DescriptionStyle } from '../core/doors/describe-hit.ts';
import type { Suggestion } from '../core/doors/suggest-roles.ts';
import { browser } from './extension-api.ts';

/** Where the user wants what the address bar leads to. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

export interface OmniboxListener {
  /** The keyword was typed. */
  started(): void;
  changed(text: string): Promise<readonly Suggestion[]>;
  entered(text: string, disposition: Disposition): void;
  /** The user has left without choosing. */
  cancelled(): void;
}

/** Listens to what is typed behind the keyword in the address bar. Register it synchronously. */
export function onOmnibox(listener: OmniboxListener): void {
  const { onInputStarted, onInputChanged, onInputEntered, onInputCancelled } = browser.omnibox;
  onInputStarted.addListener(() => listener.started());
  // What comes too late for a longer text the browsers leave out by themselves.
  onInputChanged.addListener((text, suggest) => void listener.changed(text).then((found) => suggest([...found])));
  onInputEntered.addListener((text, disposition) => listener.entered(text, disposition));
  onInputCancelled.addListener(() => listener.cancelled());
}

/** The line that stands first, whatever is typed. */
export function setDefaultSuggestion(description: string): void {
  browser.omnibox.setDefaultSuggestion({ description });
}

/**
 * Chromium reads descriptions as XML, Firefox 153 shows them as they are. Nothing in the API itself tells, so it goes by
 * a function that Firefox alone has.
 */
export function descriptionStyle(): DescriptionStyle {
  return 'getBrowserInfo' in browser.runtime ? 'plain' : 'markup';
}
