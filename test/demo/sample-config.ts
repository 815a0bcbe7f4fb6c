import { readFile } from 'node:fs/promises';

/** The believable configuration that the demo and the pictures show. */
export function readSampleConfig(): Promise<string> {
  return readFile('test/demo/sample-config.ini', 'utf8');
}
