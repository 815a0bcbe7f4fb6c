import { render } from 'preact';
import { translate } from '../browser/i18n.ts';
import { Translation } from '../ui/translation.ts';
import { AccessPage } from './access-page.tsx';

document.documentElement.lang = translate('language');
document.title = translate('kitTitle');
render(
  <Translation.Provider value={translate}>
    <AccessPage />
  </Translation.Provider>,
  document.body,
);
