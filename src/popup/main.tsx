import { render } from 'preact';
import { translate } from '../browser/i18n.ts';
import { Translation } from '../ui/translation.ts';
import { Popup } from './popup.tsx';

document.documentElement.lang = translate('language');
render(
  <Translation.Provider value={translate}>
    <Popup />
  </Translation.Provider>,
  document.body,
);
