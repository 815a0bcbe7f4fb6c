// A zip file of a folder (an .xpi), without any tool; the same bytes for the same files.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

const VERSION = 20;
const UTF8_NAMES = 0x0800;
const STORED = 0;
const DEFLATED = 8;
const DATE_2000_01_01 = 0x2821;

interface Entry {
  name: Buffer;
  data: Buffer;
  /** The data as they stand in the file. */
  packed: Buffer;
  isCompressed: boolean;
  offset: number;
}

interface ZipOptions {
  /** Else the entries are stored as they are. */
  readonly isCompressed?: boolean;
  readonly isWanted?: (path: string) => boolean;
}

export async function zipFolder(
  folder: string,
  { isCompressed = false, isWanted = () => true }: ZipOptions = {},
): Promise<Buffer> {
  const entries: Entry[] = [];
  const parts: Buffer[] = [];
  let offset = 0;
  for (const path of (await filesIn(folder)).filter(isWanted)) {
    const name = Buffer.from(relative(folder, path).split(sep).join('/'));
    const data = await readFile(path);
    const packed = isCompressed ? deflateRawSync(data, { level: 9 }) : data;
    const entry = { name, data, packed, isCompressed, offset };
    const local = Buffer.concat([signature(0x04034b50), ...fields(entry), name, packed]);
    entries.push(entry);
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries.map(directoryRecord));
  return Buffer.concat([...parts, directory, endRecord(entries.length, directory.length, offset)]);
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** What the local header and the directory record have in common. */
function fields({ name, data, packed, isCompressed }: Entry): Buffer[] {
  const method = isCompressed ? DEFLATED : STORED;
  const time = 0;
  return [
    ...[VERSION, UTF8_NAMES, method, time, DATE_2000_01_01].map(uint16),
    ...[crc32(data), packed.length, data.length].map(uint32),
    ...[name.length, 0].map(uint16),
  ];
}

function directoryRecord(entry: Entry): Buffer {
  const [comment, disk, internal] = [0, 0, 0].map(uint16);
  const rest = [comment, disk, internal].filter((part) => part !== undefined);
  return Buffer.concat([
    signature(0x02014b50),
    uint16(VERSION),
    ...fields(entry),
    ...rest,
    uint32(0),
    uint32(entry.offset),
    entry.name,
  ]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  return Buffer.concat([
    signature(0x06054b50),
    ...[0, 0, count, count].map(uint16),
    ...[size, offset].map(uint32),
    uint16(0),
  ]);
}

function signature(value: number): Buffer {
  return uint32(value);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
