import { nameOfRegion, REGIONS } from '../hosts.ts';
import { escapeHtml } from '../http.ts';
import { type PageFacts, pageIn } from '../page-facts.ts';
import { accountMenu } from './account-menu.ts';
import type { Header } from './header.ts';
import { type IconName, icon } from './icons.ts';

/** The navigation bar of 2024-2026 (contract §2.1). The hashed classes are bait: they change with every real build. */
export function header2025(facts: PageFacts): Header {
  return {
    mount: '#consoleNavHeader',
    wide: bar(facts, items(facts), ''),
    // The list that gives the drawer its name moves into it.
    narrow: bar(facts, moreButton(), `<div id="menu--more" class="drawer" hidden>${items(facts)}</div>`),
    accountMenu: accountMenu(facts),
    lateTitle: facts.session.differentiator === undefined ? '' : title(facts),
    bodyClass: '',
  };
}

function bar(facts: PageFacts, right: string, drawer: string): string {
  return `<div id="awsc-navigation-container" class="globalNav-0421"><div>
  <header id="awsc-nav-header" data-testid="awsc-nav-header" class="globalNav-0433"><nav aria-label="Global" class="globalNav-0437">
    <div id="awsc-top-level-nav" class="globalNav-0440">
      <a data-testid="nav-logo" href="/console/home" aria-label="Console home">Console</a>
      <button type="button" data-testid="aws-services-list-button" aria-label="Services">${icon('grid')}</button>
      <div id="aws-unified-search-container">
        <label class="search">${icon('search')}<input type="search" data-testid="awsc-concierge-input" placeholder="Search" aria-label="Search"><kbd>[Alt+S]</kbd></label>
        <button type="button" data-testid="awsc-concierge-open-search-button" aria-label="Search">${icon('search')}</button>
      </div>
      ${right}
    </div>
    <div class="globalNav-0462"></div>
  </nav></header>
  ${drawer}
  <div id="menu--settings" class="menu" hidden>
    <h3>Visual mode</h3>
    <button type="button" class="button" data-theme="light">Light</button>
    <button type="button" class="button" data-theme="dark">Dark</button>
  </div>
  <div id="menu--regions" class="menu" hidden><ul>${regionLinks(facts)}</ul></div>
  <div id="menu--account" class="menu" hidden></div>
</div></div>`;
}

function items(facts: PageFacts): string {
  return `<ul id="awsc-navigation__more-menu--list">
  <li>${link('terminal', 'awsc-nav-scallop-icon', 'CloudShell')}</li>
  <li><div data-testid="awsc-phd__bell-icon"><button type="button" aria-label="Notifications">${icon('bell')}<span class="word">Notifications</span></button></div></li>
  <li><span data-testid="awsc-nav-support-menu-button"><button type="button" aria-label="Help">${icon('help')}<span class="word">Help</span></button></span></li>
  <li><span data-testid="awsc-nav-quick-settings-button"><button type="button" aria-controls="menu--settings" aria-expanded="false" aria-label="Settings">${icon('settings')}<span class="word">Settings</span></button></span></li>
  <li><button type="button" data-testid="more-menu__awsc-nav-regions-menu-button" aria-controls="menu--regions" aria-expanded="false">
    <span data-testid="awsc-nav-regions-menu-button">${escapeHtml(nameOfRegion(facts.partition, facts.region))}</span>${icon('caret')}</button></li>
  <li>${accountButton(facts)}</li>
</ul>`;
}

function accountButton(facts: PageFacts): string {
  const { account } = facts;
  const label = account.alias ? `${account.alias} (${account.dashed})` : `Account ID: ${account.dashed}`;
  return `<button type="button" id="nav-usernameMenu" data-testid="more-menu__awsc-nav-account-menu-button" aria-controls="menu--account" aria-expanded="false">
    <span data-testid="awsc-nav-account-menu-button"><div data-testid="awsc-account-info-tile">
      <div data-testid="${account.colour}" class="chip"><span data-testid="account-label">${escapeHtml(label)}</span></div>
      ${secondLine(facts)}
    </div></span></button>`;
}

/** The user; in a switched session the display name, whose text is also a test id (contract §2.1). */
function secondLine(facts: PageFacts): string {
  const { look, identity, differentiator } = facts.session;
  if (!look) return `<div class="user"><span>${escapeHtml(identity.userText)}</span>${icon('caret')}</div>`;
  const name = escapeHtml(look.displayName);
  const color = escapeHtml(look.color);
  // Multi-session pages have no test id on the coloured element: it is the button's last `div > span`.
  if (differentiator !== undefined) {
    return `<div class="user" data-testid="${name}"><span class="look" data-background="${color}">${name}</span>${icon('caret')}</div>`;
  }
  return `<div class="user"><span class="look" data-testid="account-menu-button__background" data-background="${color}"><span data-testid="${name}">${name}</span></span>${icon('caret')}</div>`;
}

function title(facts: PageFacts): string {
  return `${facts.session.identity.userText} @ ${facts.account.dashed}`;
}

function regionLinks(facts: PageFacts): string {
  return REGIONS[facts.partition.id]
    .map(({ code, name }) => {
      const current = code === facts.region ? ' aria-current="true"' : '';
      const href = escapeHtml(pageIn(facts, code, facts.url.pathname));
      return `<li><a href="${href}" data-region-id="${code}"${current}>${name} <small>${code}</small></a></li>`;
    })
    .join('');
}

function moreButton(): string {
  return `<button type="button" data-testid="awsc-nav-more-menu" aria-controls="menu--more" aria-expanded="false" aria-label="More">${icon('more')}</button>`;
}

function link(name: IconName, testId: string, label: string): string {
  return `<a data-testid="${testId}" href="/cloudshell/home" aria-label="${label}">${icon(name)}<span class="word">${label}</span></a>`;
}
