import { createHash, X509Certificate } from 'node:crypto';
import { generate, type SubjectAltNameEntry } from 'selfsigned';
import { PARTITIONS } from '../../src/core/console/partition.ts';
import { REGIONS } from './hosts.ts';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** SHA-256 of the public key in base64: what Chromium's --ignore-certificate-errors-spki-list takes. */
  readonly spki: string;
}

/** A self-signed certificate for every host of the stand-in, made in memory for one run. */
export async function makeCertificate(otherHosts: readonly string[]): Promise<Certificate> {
  const altNames: SubjectAltNameEntry[] = [...hostNames(), ...otherHosts].map((value) => ({ type: 2, value }));
  const pems = await generate([{ name: 'commonName', value: 'Hatrack stand-in console' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  const publicKey = new X509Certificate(pems.cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key: pems.private, cert: pems.cert, spki: createHash('sha256').update(publicKey).digest('base64') };
}

/** A wildcard covers one label only, so multi-session hosts need one wildcard per region. */
function hostNames(): string[] {
  return Object.values(PARTITIONS).flatMap((partition) => [
    partition.consoleHost,
    `*.${partition.consoleHost}`,
    ...REGIONS[partition.id].map((region) => `*.${region.code}.${partition.consoleHost}`),
    ...partition.otherConsoleHosts,
    partition.signInHost,
    `*.${partition.signInHost}`,
  ]);
}
