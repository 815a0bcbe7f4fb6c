import { nameOfRegion, REGIONS } from '../hosts.ts';
import { escapeHtml } from '../http.ts';
import { type PageFacts, pageIn } from '../page-facts.ts';
import { recentForms, switchFields, switchForm } from './account-menu.ts';
import type { Header } from './header.ts';

/** The navigation bar up to 2020 (contract §2.2): links instead of buttons, menus by id. */
export function headerLegacy(facts: PageFacts): Header {
  const wide = bar(facts);
  const bodyClass = facts.session.origin.kind === 'iam-user' ? 'user-type-iam' : 'user-type-federated';
  return { mount: '#consoleNavHeader', wide, narrow: wide, accountMenu: '', lateTitle: '', bodyClass };
}

function bar(facts: PageFacts): string {
  const { look, identity } = facts.session;
  const text = escapeHtml(look ? look.displayName : `${identity.userText} @ ${facts.account.text}`);
  const label = look
    ? `<div class="awsc-switched-role-username-wrapper" data-background="${escapeHtml(look.color)}"><span class="nav-elt-label">${text}</span></div>`
    : `<div class="nav-elt-label">${text}</div>`;
  return `<div id="awsgnav"><div id="nav-menubar">
    <a id="nav-home-link" href="/console/home">Console</a>
    <a id="nav-servicesMenu" class="nav-elt nav-menu" href="#">Services ▾</a>
    <div id="nav-menu-right">
      <a id="nav-usernameMenu" class="nav-elt nav-menu${facts.switched ? ' awsc-has-switched-role' : ''}" href="#" aria-controls="usernameMenuContent" aria-expanded="false">${label}<span> ▾</span></a>
      <a id="nav-regionMenu" class="nav-elt nav-menu" href="#" aria-controls="regionMenuContent" aria-expanded="false">${escapeHtml(nameOfRegion(facts.partition, facts.region))} ▾</a>
      <a id="nav-helpMenu" class="nav-elt nav-menu" href="#">Support ▾</a>
    </div>
  </div>
  <div id="usernameMenuContent" class="menu" hidden>${menu(facts)}</div>
  <div id="regionMenuContent" class="menu" hidden>${regions(facts)}</div></div>`;
}

function menu(facts: PageFacts): string {
  const { session } = facts;
  const roleName = session.identity.roleKey?.split('/').at(-1) ?? '';
  const active = `<div id="awsc-active-role-section"><h3>Currently active as:</h3>
    <p id="awsc-role-display-name-user">${escapeHtml(roleName)}</p><p id="awsc-role-display-name-account">${facts.account.text}</p></div>`;
  const exit = switchForm(
    facts,
    'id="awsc-exit-role-form"',
    `${switchFields(facts, { action: 'switchToBasis' })}<input type="submit" class="button" id="awsc-exit-role" value="Back to ${escapeHtml(session.origin.userText)}">`,
  );
  return `<div id="awsc-login-account-section"><h3>Signed in as:</h3>
    <p id="awsc-login-display-name-user">${escapeHtml(session.origin.userText)}</p><p id="awsc-login-display-name-account">${facts.originAccount.text}</p></div>
  ${facts.switched ? active + exit : ''}
  <p id="awsc-recent-roles-label">Role History:</p>
  <ul id="awsc-username-menu-recent-roles" class="recent">${recentRoles(facts)}</ul>
  <a id="awsc-switch-role" href="https://${facts.signInHost}/switchrole">Switch Role</a>
  <div id="awsc-username-menu-footer"><a id="aws-console-logout" href="https://${facts.signInHost}/stand-in/sign-out">Sign Out</a></div>`;
}

function recentRoles(facts: PageFacts): string {
  return recentForms(facts)
    .map(({ fields, displayName, color, current }, index) => {
      const name = escapeHtml(displayName);
      const content = `${fields}<label for="awsc-recent-role-switch-${index}" class="awsc-role-color swatch" data-background="${escapeHtml(color)}"></label>
        <input type="submit" class="awsc-role-submit awsc-role-display-name" name="displayName" id="awsc-recent-role-switch-${index}" value="${name}"${current ? ' disabled' : ''}>`;
      const classes = current ? ' class="awsc-current-role"' : '';
      return `<li id="awsc-recent-role-${index}"${classes}>${switchForm(facts, '', content)}</li>`;
    })
    .join('');
}

function regions(facts: PageFacts): string {
  return REGIONS[facts.partition.id]
    .map(({ code, name }) => {
      const href = escapeHtml(pageIn(facts, code, facts.url.pathname));
      return `<a class="region" data-region-id="${code}" href="${href}">${name}</a>`;
    })
    .join('');
}
