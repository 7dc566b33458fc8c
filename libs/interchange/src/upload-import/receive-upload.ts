import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { badInput, ProblemException } from '#http/problem.js';
import { isId } from '#kernel/ids.js';
import { EXTENSIONS, KINDS, type Kind } from '../annals/annals-files.js';

/** The parts of a multipart body, as the multipart plugin gives them. */
type Part =
  | Readonly<{ type: 'file'; filename: string; file: Readable & { truncated?: boolean } }>
  | Readonly<{ type: 'field'; fieldname: string; value: unknown }>;
export type MultipartRequest = { isMultipart: () => boolean; parts: () => AsyncIterable<Part> };

export type Upload = Readonly<{
  id: string | undefined;
  kind: Kind;
  columns: Readonly<Record<string, string>>;
  fileName: string;
  sha256: string;
  /** Holds the file alone, under the name that its kind has; the receiver's to move or remove. */
  folder: string;
}>;

/** Takes in a multipart body: `file`, `kind`, and optionally `mapping` and `id`. @throws ProblemException */
export const receiveUpload = async (request: MultipartRequest, uploads: string): Promise<Upload> => {
  if (!request.isMultipart()) throw badInput([{ path: 'body', message: 'must be multipart/form-data with a file' }]);
  await mkdir(uploads, { recursive: true });
  const folder = await mkdtemp(join(uploads, '.receiving-'));
  try {
    const fields = new Map<string, string>();
    let received: Readonly<{ fileName: string; sha256: string }> | null = null;
    for await (const part of request.parts()) {
      if (part.type === 'field') fields.set(part.fieldname, String(part.value));
      else
        received = { fileName: part.filename.slice(0, 200), sha256: await store(part.file, join(folder, 'received')) };
    }
    if (received === null) throw badInput([{ path: 'file', message: 'must be given' }]);
    const id = fields.get('id');
    if (id !== undefined && !isId(id)) throw badInput([{ path: 'id', message: 'is no id' }]);
    const kind = kindOf(fields.get('kind'));
    const columns = columnsOf(fields.get('mapping'));
    const extension = EXTENSIONS.find((known) => extname(received.fileName).toLowerCase() === `.${known}`);
    if (!extension) throw badInput([{ path: 'file', message: `must be named *.${EXTENSIONS.join(', *.')}` }]);
    await rename(join(folder, 'received'), join(folder, `${kind}.${extension}`));
    return { id, kind, columns, folder, ...received };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
};

const store = async (file: Readable & { truncated?: boolean }, path: string): Promise<string> => {
  const hash = createHash('sha256');
  file.on('data', (bytes: Buffer) => hash.update(bytes));
  await pipeline(file, createWriteStream(path));
  if (file.truncated) throw new ProblemException(413, 'TooLarge', 'Too large', 'The file is too large');
  return hash.digest('hex');
};

const kindOf = (text: string | undefined): Kind => {
  const kinds = Object.keys(KINDS) as Kind[];
  const kind = kinds.find((known) => known === text);
  if (!kind) throw badInput([{ path: 'kind', message: `must be one of ${kinds.join(', ')}` }]);
  return kind;
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
