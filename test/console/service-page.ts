import { nameOfRegion } from './hosts.ts';
import { escapeHtml } from './http.ts';
import type { PageFacts } from './page-facts.ts';

/** The services of the home page's list; other paths get a name made of their first word. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ['ec2', 'EC2'],
  ['s3', 'S3'],
  ['lambda', 'Lambda'],
  ['iam', 'IAM'],
  ['cloudwatch', 'CloudWatch'],
  ['rds', 'RDS'],
  ['dynamodbv2', 'DynamoDB'],
  ['vpc', 'VPC'],
]);

/** What each service's list calls its things. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ['ec2', 'Instances'],
  ['s3', 'Buckets'],
  ['lambda', 'Functions'],
  ['iam', 'Roles'],
  ['cloudwatch', 'Alarms'],
  ['rds', 'Databases'],
  ['dynamodbv2', 'Tables'],
  ['vpc', 'Networks'],
]);

export function serviceName(url: URL): string {
  const key = serviceKey(url);
  if (key === 'console') return 'Console Home';
  return SERVICES.get(key) ?? (key === '' ? 'Console Home' : `${key.charAt(0).toUpperCase()}${key.slice(1)}`);
}

/** The page's main area: who is signed in where, among the things that make a page look like a console. */
export function servicePage(facts: PageFacts): string {
  const name = escapeHtml(serviceName(facts.url));
  const isHome = name === 'Console Home';
  return `<main>
  ${isHome ? '' : `<p class="breadcrumbs"><a href="/console/home">Console Home</a> <span>›</span> ${name}</p>`}
  <div class="heading"><h1>${name}</h1><div class="actions"><button type="button" class="button">Refresh</button>
  <button type="button" class="button primary">${isHome ? 'Add widgets' : 'Create'}</button></div></div>
  <div class="columns">
    ${signedInCard(facts)}
    ${isHome ? recentServices() + costCard() + healthCard() : resourceTable(facts)}
    <section class="card tip"><iframe src="/stand-in/frame" title="Tip"></iframe></section>
  </div>
</main>`;
}

function signedInCard(facts: PageFacts): string {
  const { session, account } = facts;
  const rows: readonly (readonly [string, string, string])[] = [
    ['account', 'Account', account.alias ? `${account.alias} (${account.dashed})` : account.dashed],
    ['identity', facts.switched ? 'Role session' : 'Signed in as', session.identity.userText],
    facts.switched
      ? ['origin', 'Switched from', `${session.origin.userText} @ ${facts.originAccount.text}`]
      : ['kind', 'Sessions', session.differentiator === undefined ? 'Single session' : 'Multi-session'],
    ['region', 'Region', `${nameOfRegion(facts.partition, facts.region)} (${facts.region})`],
  ];
  const items = rows.map(
    ([id, label, value]) => `<div><dt>${label}</dt><dd data-stand-in="${id}">${escapeHtml(value)}</dd></div>`,
  );
  return `<section class="card wide"><h2>${facts.switched ? 'You are working in a role' : 'You are signed in'}</h2><dl>${items.join('')}</dl></section>`;
}

function recentServices(): string {
  const items = [...SERVICES].map(
    ([key, name], index) => `<li><a href="/${key}/home"><span class="tile tile-${index % 4}"></span>${name}</a></li>`,
  );
  return `<section class="card"><h2>Recently visited</h2><ul class="services">${items.join('')}</ul></section>`;
}

function costCard(): string {
  const heights = [38, 52, 47, 60, 55, 72];
  const bars = heights.map((height, index) => {
    const box = `x="${12 + index * 38}" y="${86 - height}" width="22" height="${height}"`;
    return `<rect ${box} rx="2" class="${index === 5 ? 'bar now' : 'bar'}"/>`;
  });
  return `<section class="card"><h2>Cost and usage</h2><p class="figure">$1,284.07 <small>this month</small></p>
  <svg class="chart" viewBox="0 0 240 92" role="img" aria-label="Cost by month">${bars.join('')}<path d="M0 87h240"/></svg></section>`;
}

function healthCard(): string {
  const items = ['Open issues', 'Scheduled changes', 'Other notifications'].map(
    (label) => `<li><span>${label}</span><strong>0</strong></li>`,
  );
  return `<section class="card"><h2>Health</h2><ul class="health">${items.join('')}</ul></section>`;
}

function resourceTable(facts: PageFacts): string {
  const noun = NOUNS.get(serviceKey(facts.url)) ?? 'Resources';
  const prefix = escapeHtml(facts.account.alias || facts.account.id);
  const rows = ['api', 'assets', 'events', 'ledger', 'reports'].map(
    (name, index) =>
      `<tr><td><a href="#${name}">${prefix}-${name}</a></td><td><span class="ok">Available</span></td><td>${facts.region}</td><td>2026-0${index + 3}-1${index}</td></tr>`,
  );
  return `<section class="card wide"><h2>${noun} <small>(${rows.length})</small></h2><table>
  <thead><tr><th>Name</th><th>Status</th><th>Region</th><th>Created</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function serviceKey(url: URL): string {
  return url.pathname.split('/')[1] ?? '';
}
