/**
 * The partitions of AWS that have a public console, and the only list of their hosts.
 *
 * Every host that Hatrack talks to, opens or accepts comes from here; `manifest.json` is checked against it by a test.
 * Source: console-contract §1 (AWS's partitions.json; AESR's manifest; AESR #407 for the EU Sovereign Cloud).
 */
export type PartitionId = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc';

export interface Partition {
  readonly id: PartitionId;
  /** The console's host; regions and multi-session labels come in front of it. */
  readonly consoleHost: string;
  /** Pages outside `consoleHost` that carry the console's standard navigation bar. */
  readonly otherConsoleHosts: readonly string[];
  /** The sign-in host; regional ones come in front of it. */
  readonly signInHost: string;
  /** Where a session does not name its sign-in host: the host to use. The EU Sovereign Cloud has regional ones only. */
  readonly defaultSignInHost: string;
  /**
   * Hosts of Identity Center's portals (console-contract §7): `*` stands for one label, `{region}` for one of the
   * partition's regions. Portals may have hosts of their own as well.
   */
  readonly portalHosts: readonly string[];
  readonly defaultRegion: string;
  readonly regionPattern: RegExp;
}

export const PARTITIONS: Readonly<Record<PartitionId, Partition>> = {
  aws: {
    id: 'aws',
    consoleHost: 'console.aws.amazon.com',
    otherConsoleHosts: ['health.aws.amazon.com', 'lightsail.aws.amazon.com', 'phd.aws.amazon.com'],
    signInHost: 'signin.aws.amazon.com',
    defaultSignInHost: 'signin.aws.amazon.com',
    portalHosts: ['*.awsapps.com', '*.{region}.portal.amazonaws.com', '*.portal.{region}.app.aws'],
    defaultRegion: 'us-east-1',
    regionPattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d+$/,
  },
  'aws-us-gov': {
    id: 'aws-us-gov',
    consoleHost: 'console.amazonaws-us-gov.com',
    otherConsoleHosts: ['health.amazonaws-us-gov.com', 'phd.amazonaws-us-gov.com'],
    signInHost: 'signin.amazonaws-us-gov.com',
    defaultSignInHost: 'signin.amazonaws-us-gov.com',
    portalHosts: [
      'start.us-gov-home.awsapps.com',
      'start.{region}.us-gov-home.awsapps.com',
      '*.{region}.portal.amazonaws.com',
      '*.portal.{region}.app.aws',
    ],
    defaultRegion: 'us-gov-west-1',
    regionPattern: /^us-gov-[a-z]+-\d+$/,
  },
  'aws-cn': {
    id: 'aws-cn',
    consoleHost: 'console.amazonaws.cn',
    otherConsoleHosts: ['health.amazonaws.cn', 'phd.amazonaws.cn'],
    signInHost: 'signin.amazonaws.cn',
    defaultSignInHost: 'signin.amazonaws.cn',
    portalHosts: [
      'start.home.awsapps.cn',
      '*.awsapps.cn',
      '*.{region}.portal.amazonaws.com.cn',
      '*.portal.{region}.app.amazonwebservices.com.cn',
    ],
    defaultRegion: 'cn-north-1',
    regionPattern: /^cn-[a-z]+-\d+$/,
  },
  'aws-eusc': {
    id: 'aws-eusc',
    consoleHost: 'console.amazonaws-eusc.eu',
    otherConsoleHosts: [],
    signInHost: 'signin.amazonaws-eusc.eu',
    // The bare host does not answer: AESR #407, July 2026.
    defaultSignInHost: 'eusc-de-east-1.signin.amazonaws-eusc.eu',
    portalHosts: ['*.{region}.portal.amazonaws.eu', '*.portal.{region}.api.amazonwebservices.eu'],
    defaultRegion: 'eusc-de-east-1',
    regionPattern: /^eusc-[a-z]+-[a-z]+-\d+$/,
  },
};

/** The partition whose console serves this host (a page's `location.hostname`), or undefined. */
export function partitionOfConsoleHost(host: string): Partition | undefined {
  return Object.values(PARTITIONS).find(
    (partition) => isSameOrSubdomain(host, partition.consoleHost) || partition.otherConsoleHosts.includes(host),
  );
}

/** The region in front of the partition's console host; undefined for the host alone, and for any other. */
export function regionOfConsoleHost(host: string, partition: Partition): string | undefined {
  return regionBefore(partition.consoleHost, host, partition);
}

/** The same for a sign-in host. */
export function regionOfSignInHost(host: string, partition: Partition): string | undefined {
  return regionBefore(partition.signInHost, host, partition);
}

function regionBefore(parent: string, host: string, { regionPattern }: Partition): string | undefined {
  const region = host.slice(0, -parent.length - 1);
  return host === `${region}.${parent}` && regionPattern.test(region) ? region : undefined;
}

/** Whether any page of the partition's console can be asked for at this host: its own, or a regional one below it. */
export function isMainConsoleHost(host: string, partition: Partition): boolean {
  return host === partition.consoleHost || regionOfConsoleHost(host, partition) !== undefined;
}

/** Whether this is a sign-in host of the partition: its own, or a regional one below it. */
export function isSignInHost(host: string, partition: Partition): boolean {
  return isSameOrSubdomain(host, partition.signInHost);
}

/** The match patterns that the manifest must list, in the table's order. */
export function consoleMatchPatterns(): string[] {
  return Object.values(PARTITIONS).flatMap(matchPatternsOf);
}

/** The match patterns of one partition's console pages. */
export function matchPatternsOf({ consoleHost, otherConsoleHosts }: Partition): string[] {
  return [`*.${consoleHost}`, ...otherConsoleHosts].map((host) => `https://${host}/*`);
}

/** The host, or hosts, that such a pattern stands for, as people read it. */
export function hostsOfPattern(pattern: string): string {
  return pattern.replace(/^https:\/\/(.*)\/\*$/, '$1');
}

/** Whether a region code has the form that some partition's regions have. */
export function isRegion(text: string): boolean {
  return partitionOfRegion(text) !== undefined;
}

/** The partition whose regions have codes of this form. */
export function partitionOfRegion(code: string): PartitionId | undefined {
  return Object.values(PARTITIONS).find((partition) => partition.regionPattern.test(code))?.id;
}

const HOST_NAME = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*$/;

function isSameOrSubdomain(host: string, parent: string): boolean {
  return HOST_NAME.test(host) && (host === parent || host.endsWith(`.${parent}`));
}
