import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { badInput, ProblemException } from '#http/problem.js';
import { isId } from '#kernel/ids.js';
import { EXTENSIONS, KINDS, type Kind } from '../annals/annals-files.js';
import { FILE_NAMES, FORMATS, type Format } from '../import-folder.js';

/** The parts of a multipart body, as the multipart plugin gives them. */
type Part =
  | Readonly<{ type: 'file'; filename: string; file: Readable & { truncated?: boolean } }>
  | Readonly<{ type: 'field'; fieldname: string; value: unknown; valueTruncated?: boolean }>;
export type MultipartRequest = { isMultipart: () => boolean; parts: () => AsyncIterable<Part> };

export type Upload = Readonly<{
  id: string | undefined;
  /** What the rows of the one file are; of a folder, its format. */
  kind: Kind | Format;
  columns: Readonly<Record<string, string>>;
  decimal: '.' | ',' | undefined;
  fileName: string;
  sha256: string;
  /** Holds the files alone, under the names that the import looks for; the receiver's to move or remove. */
  folder: string;
}>;

/** Of all files of an upload together: some times an export of a million events. */
const LARGEST_UPLOAD_BYTES = 512 * 1024 * 1024;

type Received = Readonly<{ fileName: string; sha256: string; path: string }>;
type Fields = ReadonlyMap<string, string>;
type Named = Pick<Upload, 'kind' | 'columns' | 'fileName' | 'sha256'>;

/**
 * Takes in a multipart body: `file` and `kind`, and optionally `mapping`; or `format` and the files of a folder under
 * their own names. `id` and `decimal` are optional. @throws ProblemException
 */
export const receiveUpload = async (
  request: MultipartRequest,
  uploads: string,
  mostBytes = LARGEST_UPLOAD_BYTES,
): Promise<Upload> => {
  if (!request.isMultipart()) throw badInput([{ path: 'body', message: 'must be multipart/form-data with a file' }]);
  await mkdir(uploads, { recursive: true });
  const folder = await mkdtemp(join(uploads, RECEIVING));
  try {
    const fields = new Map<string, string>();
    const files: Received[] = [];
    const room = { bytes: mostBytes };
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (part.valueTruncated) throw tooLarge(`The field ${part.fieldname.slice(0, 64)} is too large`);
        fields.set(part.fieldname, String(part.value));
      } else {
        const path = join(folder, `received-${files.length}`);
        files.push({ fileName: part.filename.slice(0, 200), sha256: await store(part.file, path, room), path });
      }
    }
    const id = fields.get('id');
    if (id !== undefined && (!isId(id) || id.startsWith('.'))) throw badInput([{ path: 'id', message: 'is no id' }]);
    const named = await (fields.has('format') ? nameFolder : nameFile)(files, fields, folder);
    return { id, folder, decimal: decimalOf(fields), ...named };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
};

/** Beside the folders of the uploads, whose names are ids that do not begin with a dot. */
export const RECEIVING = '.receiving-';

const nameFile = async (files: readonly Received[], fields: Fields, folder: string): Promise<Named> => {
  const [file, ...others] = files;
  if (!file) throw badInput([{ path: 'file', message: 'must be given' }]);
  if (others.length > 0) throw badInput([{ path: 'format', message: 'must be given with more than one file' }]);
  const kind = kindOf(fields.get('kind'));
  const columns = columnsOf(fields.get('mapping'));
  const extension = EXTENSIONS.find((known) => extname(file.fileName).toLowerCase() === `.${known}`);
  if (!extension) throw badInput([{ path: 'file', message: `must be named *.${EXTENSIONS.join(', *.')}` }]);
  await rename(file.path, join(folder, `${kind}.${extension}`));
  return { kind, columns, fileName: file.fileName, sha256: file.sha256 };
};

const nameFolder = async (files: readonly Received[], fields: Fields, folder: string): Promise<Named> => {
  const format = FORMATS.find((known) => known === fields.get('format'));
  if (!format) throw badInput([{ path: 'format', message: `must be one of ${FORMATS.join(', ')}` }]);
  const needless = ['kind', 'mapping'].filter((name) => fields.has(name));
  if (needless.length > 0) {
    throw badInput(needless.map((path) => ({ path, message: 'is of one file and cannot be given with a format' })));
  }
  if (files.length === 0) throw badInput([{ path: 'file', message: 'must be given' }]);
  const sums = new Map<string, string>();
  for (const { fileName, sha256, path } of files) {
    if (!FILE_NAMES[format].includes(fileName)) {
      throw badInput([{ path: 'file', message: `must be named ${FILE_NAMES[format].join(', ')}` }]);
    }
    if (sums.has(fileName)) throw badInput([{ path: 'file', message: `${fileName} is given twice` }]);
    sums.set(fileName, sha256);
    await rename(path, join(folder, fileName));
  }
  // Of the same files in another order, the same.
  const names = [...sums.keys()].sort();
  const all = createHash('sha256').update(JSON.stringify(names.map((name) => [name, sums.get(name)])));
  return { kind: format, columns: {}, fileName: names.join(', '), sha256: all.digest('hex') };
};

/** `room`: how much may still be stored. */
const store = async (
  file: Readable & { truncated?: boolean },
  path: string,
  room: { bytes: number },
): Promise<string> => {
  const hash = createHash('sha256');
  const counted = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const bytes of chunks) {
      room.bytes -= bytes.length;
      if (room.bytes < 0) throw tooLarge('The files together are too large');
      hash.update(bytes);
      yield bytes;
    }
  };
  await pipeline(file, counted, createWriteStream(path));
  if (file.truncated) throw tooLarge('The file is too large');
  return hash.digest('hex');
};

const tooLarge = (detail: string): ProblemException => new ProblemException(413, 'TooLarge', 'Too large', detail);

const kindOf = (text: string | undefined): Kind => {
  const kinds = Object.keys(KINDS) as Kind[];
  const kind = kinds.find((known) => known === text);
  if (!kind) throw badInput([{ path: 'kind', message: `must be one of ${kinds.join(', ')}` }]);
  return kind;
};

const decimalOf = (fields: Fields): Upload['decimal'] => {
  const text = fields.get('decimal');
  if (text === undefined) return text;
  if (text !== '.' && text !== ',') throw badInput([{ path: 'decimal', message: 'must be . or ,' }]);
  if (fields.get('format') !== 'crm-sales') return text;
  throw badInput([{ path: 'decimal', message: 'is of files in our own format and cannot be given with crm-sales' }]);
};

const columnsOf = (text: string | undefined): Readonly<Record<string, string>> => {
  if (text === undefined || text === '') return {};
  const message = 'must be a JSON object of our columns to the columns of the file';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badInput([{ path: 'mapping', message }]);
  }
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMapping || !Object.values(value as object).every((column) => typeof column === 'string')) {
    throw badInput([{ path: 'mapping', message }]);
  }
  return value as Record<string, string>;
};
