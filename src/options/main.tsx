import { render } from 'preact';
import { translate } from '../browser/i18n.ts';
import { Translation } from '../ui/translation.ts';
import { OptionsPage } from './options-page.tsx';

document.documentElement.lang = translate('language');
document.title = translate('optionsTitle');
render(
  <Translation.Provider value={translate}>
    <OptionsPage />
  </Translation.Provider>,
  document.body,
);
