import {
  isSignInHost,
  PARTITIONS,
  type Partition,
  type PartitionId,
  partitionOfConsoleHost,
} from '../../src/core/console/partition.ts';

export interface Region {
  readonly code: string;
  readonly name: string;
}

/** The regions that exist in the stand-in: a host with any other region does not resolve. */
export const REGIONS: Readonly<Record<PartitionId, readonly Region[]>> = {
  aws: [
    { code: 'us-east-1', name: 'N. Virginia' },
    { code: 'us-east-2', name: 'Ohio' },
    { code: 'us-west-1', name: 'N. California' },
    { code: 'us-west-2', name: 'Oregon' },
    { code: 'ap-south-1', name: 'Mumbai' },
    { code: 'ap-northeast-1', name: 'Tokyo' },
    { code: 'ap-southeast-1', name: 'Singapore' },
    { code: 'ap-southeast-2', name: 'Sydney' },
    { code: 'ca-central-1', name: 'Central' },
    { code: 'eu-central-1', name: 'Frankfurt' },
    { code: 'eu-west-1', name: 'Ireland' },
    { code: 'eu-west-2', name: 'London' },
    { code: 'eu-north-1', name: 'Stockholm' },
    { code: 'sa-east-1', name: 'São Paulo' },
  ],
  'aws-us-gov': [
    { code: 'us-gov-west-1', name: 'US-West' },
    { code: 'us-gov-east-1', name: 'US-East' },
  ],
  'aws-cn': [
    { code: 'cn-north-1', name: 'Beijing' },
    { code: 'cn-northwest-1', name: 'Ningxia' },
  ],
  'aws-eusc': [{ code: 'eusc-de-east-1', name: 'Germany' }],
};

/** Services with a console sub-domain of their own that carries the standard navigation bar (contract §1). */
const SERVICE_LABELS: ReadonlySet<string> = new Set(['s3', 'support', 'health']);

/** A multi-session label: account id, a dash, lower-case alphanumerics; one DNS label (contract §1). */
const DIFFERENTIATOR = /^\d{12}-[a-z0-9-]+$/;

export interface HostFacts {
  readonly kind: 'console' | 'sign-in';
  readonly partition: Partition;
  /** The region in the host's name; undefined on global hosts. */
  readonly region: string | undefined;
  /** The multi-session label in front of a console host. */
  readonly differentiator: string | undefined;
}

/** What a host name is in this stand-in's Internet; undefined when no such host exists. */
export function factsOfHost(host: string): HostFacts | undefined {
  const console = partitionOfConsoleHost(host);
  if (console) return factsOfConsoleHost(host, console);
  const partition = Object.values(PARTITIONS).find((candidate) => isSignInHost(host, candidate));
  if (!partition) return undefined;
  const labels = labelsBefore(host, partition.signInHost);
  // The EU Sovereign Cloud's bare sign-in host does not answer (contract §1, AESR #407).
  if (labels.length === 0 && partition.defaultSignInHost !== partition.signInHost) return undefined;
  const [region] = labels;
  if (labels.length > 1 || (region !== undefined && !regionExists(partition, region))) return undefined;
  return { kind: 'sign-in', partition, region, differentiator: undefined };
}

export function isExistingConsoleHost(host: string, partition: Partition): boolean {
  const facts = factsOfHost(host);
  return facts?.kind === 'console' && facts.partition.id === partition.id;
}

export function regionExists(partition: Partition, code: string): boolean {
  return REGIONS[partition.id].some((region) => region.code === code);
}

export function nameOfRegion(partition: Partition, code: string): string {
  return REGIONS[partition.id].find((region) => region.code === code)?.name ?? code;
}

/** The host of a console in one region, with a multi-session label when there is one. */
export function consoleHost(partition: Partition, region: string, differentiator: string | undefined): string {
  const regional = `${region}.${partition.consoleHost}`;
  return differentiator === undefined ? regional : `${differentiator}.${regional}`;
}

/** The sign-in host that a page of this region names when it names a regional one. */
export function regionalSignInHost(partition: Partition, region: string): string {
  return `${region}.${partition.signInHost}`;
}

/** The domain that console and sign-in hosts of a partition share: session cookies live on it. */
export function cookieDomain(partition: Partition): string {
  return partition.consoleHost.replace(/^console\./, '');
}

/** The domain of the cookies that AWS puts on the whole registrable domain (contract §3.4). */
export function wideCookieDomain(partition: Partition): string {
  return cookieDomain(partition).replace(/^aws\.amazon\.com$/, 'amazon.com');
}

function factsOfConsoleHost(host: string, partition: Partition): HostFacts | undefined {
  const facts = { kind: 'console', partition, region: undefined, differentiator: undefined } as const;
  if (partition.otherConsoleHosts.includes(host)) return facts;
  const [first, second, ...rest] = labelsBefore(host, partition.consoleHost);
  if (rest.length > 0) return undefined;
  if (first === undefined) return facts;
  if (second === undefined) {
    if (SERVICE_LABELS.has(first)) return facts;
    return regionExists(partition, first) ? { ...facts, region: first } : undefined;
  }
  if (!DIFFERENTIATOR.test(first) || !regionExists(partition, second)) return undefined;
  return { ...facts, region: second, differentiator: first };
}

function labelsBefore(host: string, parent: string): string[] {
  return host === parent ? [] : host.slice(0, -parent.length - 1).split('.');
}
