// A zip file of a folder (an .xpi), without any tool: entries are stored, not compressed.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';

const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DATE_2000_01_01 = 0x2821;

interface Entry {
  name: Buffer;
  data: Buffer;
  offset: number;
}

export async function zipFolder(folder: string): Promise<Buffer> {
  const entries: Entry[] = [];
  const parts: Buffer[] = [];
  let offset = 0;
  for (const path of await filesIn(folder)) {
    const name = Buffer.from(relative(folder, path).split(sep).join('/'));
    const entry = { name, data: await readFile(path), offset };
    const local = Buffer.concat([signature(0x04034b50), ...fields(entry), name, entry.data]);
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
function fields({ name, data }: Entry): Buffer[] {
  const stored = 0;
  const time = 0;
  return [
    ...[VERSION, UTF8_NAMES, stored, time, DATE_2000_01_01].map(uint16),
    ...[crc32(data), data.length, data.length].map(uint32),
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
