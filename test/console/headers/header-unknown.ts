import { escapeHtml } from '../http.ts';
import type { PageFacts } from '../page-facts.ts';
import type { Header } from './header.ts';

/** A navigation bar with nothing that anybody could know: what an extension meets after the next redesign. */
export function headerUnknown(facts: PageFacts): Header {
  const text = facts.session.look?.displayName ?? facts.session.identity.userText;
  const wide = `<div class="shell-9f31"><a href="/console/home">Console</a><span>${escapeHtml(text)} @ ${facts.account.text}</span></div>`;
  return { mount: '#shell-top', wide, narrow: wide, accountMenu: '', lateTitle: '', bodyClass: '' };
}
