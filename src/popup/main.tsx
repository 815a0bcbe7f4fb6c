import { render } from 'preact';
import { translate } from '../browser/i18n.ts';
import { Translation } from '../ui/translation.ts';
import { Popup } from './popup.tsx';
import { openView } from './popup-view.ts';

document.documentElement.lang = translate('language');
void Promise.all([openView(), documentRead()]).then(([view]) =>
  render(
    <Translation.Provider value={translate}>
      <Popup {...view} />
    </Translation.Provider>,
    document.body,
  ),
);

/** The page has a body to draw into. */
function documentRead(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}
