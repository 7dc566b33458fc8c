import { isIP } from 'node:net';
import { isCurrency } from '#kernel/currencies.js';
import { isTimeZone } from '#kernel/time-zone.js';

/** Everything that can be set, by environment variables. Unset optional settings are null. */
export type Settings = Readonly<{
  host: string;
  /** 0 takes a free port. */
  port: number;
  dataDir: string;
  adminToken: string | null;
  /** `embedded`, or an `esdb://` connection string. */
  eventStore: string;
  /** Keys of the seals over the log: the first one signs, all of them verify. */
  auditKeys: readonly AuditKey[] | null;
  mongodbUri: string | null;
  redisUrl: string | null;
  /** `id:base64` of 32 bytes, the current one first, comma-separated. */
  masterKey: string | null;
  timeZone: string;
  currency: string;
  /** Month in which the fiscal year starts, 1 to 12. */
  fiscalYearStart: number;
  /** Requests a minute and client; 0: no limit. */
  rateLimit: number;
  /** Addresses and networks of the proxies whose word on a request's address and protocol counts; null: none. */
  trustedProxies: readonly string[] | null;
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  smtpUrl: string | null;
  mailFrom: string;
  webhookUrl: string | null;
  webhookSecret: string | null;
  /** Minutes between two looks at who will miss their quota; 0: none. */
  landingCheckMinutes: number;
  /** By how much of the quota, in percent, what is expected must cross a line before that is told. */
  landingMarginPercent: number;
  /** Seconds that reads may be behind the log before the server is not ready; 0: any. */
  maxStaleness: number;
  /** Parts of every read model, each of which one projector process at a time folds. */
  projectionShards: number;
  logLevel: LogLevel;
}>;

/** `secret` is base64. */
export type AuditKey = Readonly<{ id: string; secret: string }>;

export const SETTINGS = Symbol('Settings');

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Field<T> = Readonly<{
  variable: string;
  /** As it would stand in the environment; null: unset. */
  fallback: string | null;
  description: string;
  /** The value, or what is wrong with the text. */
  read: (text: string) => T | { wrong: string };
}>;

const text = (accepts: RegExp, wrong: string) => (value: string) => (accepts.test(value) ? value : { wrong });

/** One key as it is written: `id:base64`, at least 32 bytes; null: it is none. */
export const auditKey = (text: string): AuditKey | null => {
  const [, id, secret] = /^([A-Za-z0-9._-]{1,64}):([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? [];
  return id && secret && Buffer.from(secret, 'base64').length >= 32 ? { id, secret } : null;
};

const readAuditKeys = (text: string): readonly AuditKey[] | { wrong: string } => {
  const keys = text.split(',').flatMap((part) => auditKey(part) ?? []);
  return keys.length === text.split(',').length && new Set(keys.map(({ id }) => id)).size === keys.length
    ? keys
    : { wrong: 'must be id:base64 of at least 32 bytes, several separated by commas, each id once' };
};

const readProxies = (text: string): readonly string[] | { wrong: string } => {
  const proxies = text.split(',').map((part) => part.trim());
  return proxies.every(isNetwork) ? proxies : { wrong: 'must be addresses or networks, such as 10.0.0.0/8' };
};

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  return version !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
};

const whole = (min: number, max: number) => (value: string) => {
  const number = Number(value);
  return /^\d+$/.test(value) && number >= min && number <= max
    ? number
    : { wrong: `must be a whole number from ${min} to ${max}` };
};

/** The schema: one entry per setting; `docs/guides/configuration.md` is generated from it. */
export const settingFields: { readonly [K in keyof Settings]: Field<NonNullable<Settings[K]>> } = {
  host: {
    variable: 'ANNALS_HOST',
    fallback: '127.0.0.1',
    description: 'Address to listen on. Anything but loopback requires `ANNALS_ADMIN_TOKEN`.',
    read: text(/^[\w.:-]+$/, 'must be a host name or address'),
  },
  port: {
    variable: 'ANNALS_PORT',
    fallback: '3000',
    description: 'Port to listen on; `0` takes a free one and prints it.',
    read: whole(0, 65_535),
  },
  dataDir: {
    variable: 'ANNALS_DATA_DIR',
    fallback: './data',
    description: 'Folder of the embedded stores, uploads and reports.',
    read: text(/./, 'must not be empty'),
  },
  adminToken: {
    variable: 'ANNALS_ADMIN_TOKEN',
    fallback: null,
    description:
      'Bearer token with the admin role, at least 16 characters. Unset on loopback: one is made and kept in the data folder.',
    read: text(/^\S{16,512}$/, 'must be 16 to 512 characters without spaces'),
  },
  eventStore: {
    variable: 'ANNALS_EVENT_STORE',
    fallback: 'embedded',
    description: '`embedded`, or the connection string of EventStoreDB / KurrentDB (`esdb://…`).',
    read: text(
      /^(embedded|(esdb|kurrentdb)(\+discover)?:\/\/.+)$/,
      'must be `embedded` or an esdb:// connection string',
    ),
  },
  auditKeys: {
    variable: 'ANNALS_AUDIT_KEY',
    fallback: null,
    description:
      'Key of the seals over the log, `id:base64` (32 bytes or more); several with commas: the first one seals, all of them verify. Unset: one is made and kept in the data folder.',
    read: readAuditKeys,
  },
  mongodbUri: {
    variable: 'MONGODB_URI',
    fallback: null,
    description: 'MongoDB for the read models. Unset: embedded. The database is the one it names, or else `annals`.',
    read: text(/^mongodb(\+srv)?:\/\/.+$/, 'must be a mongodb:// connection string'),
  },
  redisUrl: {
    variable: 'REDIS_URL',
    fallback: null,
    description: 'Redis for background jobs (BullMQ). Unset: jobs run in this process, kept in the data folder.',
    read: text(/^rediss?:\/\/.+$/, 'must be a redis:// address'),
  },
  masterKey: {
    variable: 'ANNALS_MASTER_KEY',
    fallback: null,
    description:
      'Key that wraps the keys of personal data: `id:base64` of 32 random bytes. To rotate it put the new one first and keep the old one behind a comma for one start. Unset: one is made and kept in `master-key` in the data folder. Without it no personal data can be read: keep a copy elsewhere.',
    read: text(
      /^[\w.-]{1,64}:[A-Za-z0-9+/]{43}=(,[\w.-]{1,64}:[A-Za-z0-9+/]{43}=)*$/,
      'must be `id:base64` of 32 bytes, or several of them with commas between',
    ),
  },
  timeZone: {
    variable: 'ANNALS_TIME_ZONE',
    fallback: 'UTC',
    description: "The company's time zone (IANA name): decides to which day and period an instant belongs.",
    read: (value) => (isTimeZone(value) ? value : { wrong: 'must be an IANA time zone, such as Europe/Berlin' }),
  },
  currency: {
    variable: 'ANNALS_CURRENCY',
    fallback: 'USD',
    description:
      "The company's currency (ISO 4217), in which figures are given: a deal keeps its own, converted when it is read.",
    read: (value) => (isCurrency(value) ? value : { wrong: 'must be an ISO 4217 code, such as EUR' }),
  },
  fiscalYearStart: {
    variable: 'ANNALS_FISCAL_YEAR_START',
    fallback: '1',
    description: 'Month in which the fiscal year starts.',
    read: whole(1, 12),
  },
  rateLimit: {
    variable: 'ANNALS_RATE_LIMIT',
    fallback: '0',
    description:
      'Requests a minute and client before 429; `0`: no limit. A client is who signed in; without a valid token it is the address. All clients of one address together have ten times as many. Behind a proxy set `ANNALS_TRUSTED_PROXIES` too.',
    read: whole(0, 10_000_000),
  },
  trustedProxies: {
    variable: 'ANNALS_TRUSTED_PROXIES',
    fallback: null,
    description:
      'Addresses or networks (`10.0.0.0/8`) of the reverse proxies before this server, separated by commas: their `X-Forwarded-For` and `X-Forwarded-Proto` say where a request came from. Unset: nobody is believed, and all that comes through a proxy comes from its address.',
    read: readProxies,
  },
  smtpUrl: {
    variable: 'ANNALS_SMTP_URL',
    fallback: null,
    description:
      'Mail server that notifications and reports go out by, `smtp://user:password@host:587` or `smtps://…`. Unset: no mail is sent.',
    read: text(/^smtps?:\/\/\S+$/, 'must be an smtp:// or smtps:// address'),
  },
  mailFrom: {
    variable: 'ANNALS_MAIL_FROM',
    fallback: 'Annals <annals@localhost>',
    description: 'Sender of mails.',
    read: text(/^[^\r\n]{3,320}$/, 'must be an address, such as `Annals <annals@example.com>`'),
  },
  webhookUrl: {
    variable: 'ANNALS_WEBHOOK_URL',
    fallback: null,
    description: 'Where notifications are posted, signed (docs/guides/notifications.md). Unset: nowhere.',
    read: text(/^https?:\/\/\S+$/, 'must be an http:// or https:// address'),
  },
  webhookSecret: {
    variable: 'ANNALS_WEBHOOK_SECRET',
    fallback: null,
    description: 'Secret that signs them, at least 16 characters. Required with `ANNALS_WEBHOOK_URL`.',
    read: text(/^\S{16,512}$/, 'must be 16 to 512 characters without spaces'),
  },
  landingCheckMinutes: {
    variable: 'ANNALS_LANDING_CHECK_MINUTES',
    fallback: '15',
    description: 'Minutes from one look at who will miss their quota, and who has met it, to the next; `0`: none.',
    read: whole(0, 1440),
  },
  landingMarginPercent: {
    variable: 'ANNALS_LANDING_MARGIN_PERCENT',
    fallback: '2',
    description:
      'By how much of the quota what is expected must be beyond it, or short of it, before somebody is told of a change.',
    read: whole(0, 50),
  },
  maxStaleness: {
    variable: 'ANNALS_MAX_STALENESS',
    fallback: '300',
    description:
      'Age in seconds of an event that read models do not show yet, beyond which `GET /api/health` is 503; `0`: no limit.',
    read: whole(0, 1_000_000_000),
  },
  projectionShards: {
    variable: 'ANNALS_PROJECTION_SHARDS',
    fallback: '1',
    description:
      'How many parts every read model is folded in, so that as many projector processes can share the work; the same for all of them. More than 1 needs `MONGODB_URI` (docs/guides/read-models.md).',
    read: whole(1, 64),
  },
  logLevel: {
    variable: 'ANNALS_LOG_LEVEL',
    fallback: 'info',
    description: `Least severity that is logged (to stderr, as JSON lines): ${LOG_LEVELS.join(', ')}.`,
    read: (value) =>
      LOG_LEVELS.find((level) => level === value) ?? { wrong: `must be one of ${LOG_LEVELS.join(', ')}` },
  },
};

/** One or more settings are not usable; the message names each with its reason. */
export class InvalidSettings extends Error {
  override readonly name = 'InvalidSettings';
}

/** Reads and validates all settings. @throws InvalidSettings naming every bad one at once */
export const readSettings = (environment: Readonly<Record<string, string | undefined>> = process.env): Settings => {
  const values: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [name, field] of Object.entries<Field<unknown>>(settingFields)) {
    const given = environment[field.variable]?.trim() || field.fallback;
    const value = given === null ? null : field.read(given);
    if (isWrong(value)) wrong.push(`${field.variable} ${value.wrong}`);
    else values[name] = value;
  }
  const settings = values as Settings;
  if (wrong.length === 0 && settings.adminToken === null && !isLoopback(settings.host)) {
    wrong.push(`ANNALS_ADMIN_TOKEN must be set when ANNALS_HOST (${settings.host}) is not loopback`);
  }
  if (settings.webhookUrl != null && settings.webhookSecret == null) {
    wrong.push('ANNALS_WEBHOOK_SECRET must be set when ANNALS_WEBHOOK_URL is');
  }
  if (settings.projectionShards > 1 && settings.mongodbUri === null) {
    wrong.push('ANNALS_PROJECTION_SHARDS must be 1 without MONGODB_URI: the embedded read models have one writer');
  }
  if (wrong.length > 0) throw new InvalidSettings(`Settings are not valid:\n  ${wrong.join('\n  ')}`);
  return settings;
};

const isWrong = (value: unknown): value is { wrong: string } =>
  typeof value === 'object' && value !== null && 'wrong' in value;

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);
