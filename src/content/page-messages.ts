/** What passes between the content script and the page's world: DOM events that the page can see, and forge. */
export const QUESTION_EVENT = 'hatrack:question';
export const ANSWER_EVENT = 'hatrack:answer';

export interface PageQuestion {
  /** Names the answer that belongs to it. */
  readonly id: string;
  readonly ask: 'account-info' | 'token';
}
