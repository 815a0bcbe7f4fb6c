import { nameOfRegion } from '../hosts.ts';
import { escapeHtml } from '../http.ts';
import type { PageFacts } from '../page-facts.ts';
import { identityLabel, recentRoles, switchFields, switchForm } from './account-menu.ts';
import type { Header } from './header.ts';
import { icon } from './icons.ts';

/** The navigation bar of September 2020 to 2024 (contract §2.2): React, with its menus in the bar's own subtree. */
export function header2020(facts: PageFacts): Header {
  const wide = bar(facts);
  return { mount: '#consoleNavHeader', wide, narrow: wide, accountMenu: '', lateTitle: '', bodyClass: '' };
}

function bar(facts: PageFacts): string {
  const { look, identity } = facts.session;
  const text = look ? look.displayName : `${identity.userText} @ ${facts.account.text}`;
  const background = look
    ? ` data-testid="account-menu-button__background" data-background="${escapeHtml(look.color)}"`
    : '';
  return `<div id="awsc-navigation-container" class="nav-2020"><div>
  <header id="awsc-nav-header" data-testid="awsc-nav-header"><nav aria-label="Global">
    <a data-testid="nav-logo" href="/console/home">Console</a>
    <button type="button" data-testid="aws-services-list-button">${icon('grid')} Services</button>
    <div id="aws-unified-search-container"><label class="search">${icon('search')}<input type="search" data-testid="awsc-concierge-input" placeholder="Search for services, features, docs, and more"><kbd>[Alt+S]</kbd></label></div>
    <button type="button" aria-label="Notifications">${icon('bell')}</button>
    <button type="button" id="nav-usernameMenu" aria-controls="menu--account" aria-expanded="false"><span${background}><span title="${escapeHtml(text)}">${escapeHtml(text)}</span></span>${icon('caret')}</button>
    <button type="button" data-testid="awsc-nav-regions-menu-button">${escapeHtml(nameOfRegion(facts.partition, facts.region))}${icon('caret')}</button>
    <button type="button" data-testid="awsc-nav-support-menu-button">Support${icon('caret')}</button>
  </nav></header>
  <div id="menu--account" class="menu" hidden>${menu(facts)}</div>
</div></div>`;
}

function menu(facts: PageFacts): string {
  const { session } = facts;
  const exit = switchForm(
    facts,
    '',
    `${switchFields(facts, { action: 'switchToBasis' })}<input type="submit" class="button" data-testid="awsc-exit-role" value="Back to ${escapeHtml(session.origin.userText)}">`,
  );
  return `<div data-testid="awsc-nav-account-menu-content"><div data-testid="aws-my-account-details">
    <h3 data-testid="account-menu-title">${identityLabel(facts)}</h3>
    <p>${escapeHtml(session.identity.userText)}</p><p>Account ID: ${facts.account.dashed}</p>
  </div>
  ${recentRoles(facts)}
  <nav><a href="/billing/home">Account</a><a href="/iam/home" data-testid="aws-security-credentials">Security credentials</a>
  <a href="https://${facts.signInHost}/switchrole" data-testid="awsc-switch-roles">Switch role</a></nav>
  ${facts.switched ? exit : ''}
  <a class="button primary" id="aws-console-logout" href="https://${facts.signInHost}/stand-in/sign-out">Sign out</a></div>`;
}
