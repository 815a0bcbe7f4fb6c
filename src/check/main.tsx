import { render } from 'preact';
import { translate } from '../browser/i18n.ts';
import { Translation } from '../ui/translation.ts';
import { CheckPage } from './check-page.tsx';

document.documentElement.lang = translate('language');
document.title = translate('checkTitle');
render(
  <Translation.Provider value={translate}>
    <CheckPage askedTab={Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN)} />
  </Translation.Provider>,
  document.body,
);
