import { render } from 'preact';
import { translate } from '../browser/i18n.ts';
import { Translation } from '../ui/translation.ts';
import { HistoryPage } from './history-page.tsx';

document.documentElement.lang = translate('language');
document.title = translate('switchesTitle');
render(
  <Translation.Provider value={translate}>
    <HistoryPage />
  </Translation.Provider>,
  document.body,
);
