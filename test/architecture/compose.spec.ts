import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSettings, settingFields } from '#config/settings.js';
import { root } from './repository.js';

type Service = Readonly<{
  image: string;
  command?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  depends_on?: Readonly<Record<string, { condition: string }>>;
  healthcheck?: { test: readonly string[]; interval: string; timeout: string; retries: number };
  volumes?: readonly string[];
}>;

const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);
const stores = ['eventstore', 'mongodb', 'redis'];
const processes = ['api', 'projector', 'worker'];
const service = (name: string): Service => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};

/** What Docker Compose makes of `${NAME:-default}` and `${NAME:?message}`. */
const withEnvironment = (text: string, environment: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_whole, name: string, kind?: string, rest?: string) => {
    const value = environment[name] ?? (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name}: ${rest}`);
    return value;
  });

const settingsOf = (name: string, environment: Readonly<Record<string, string>>) =>
  readSettings(
    Object.fromEntries(
      Object.entries(service(name).environment ?? {}).map(([key, text]) => [key, withEnvironment(text, environment)]),
    ),
  );

describe('docker-compose.yml', () => {
  it('runs the stores and each process of Annals as a service of its own', () => {
    expect(services.map(([name]) => name).sort()).toEqual([...stores, ...processes].sort());
  });

  it.each(services)('%s has a health check with limits', (_name, { healthcheck }) => {
    expect(healthcheck?.test[0]).toMatch(/^CMD(-SHELL)?$/);
    expect(healthcheck).toMatchObject({
      interval: expect.stringMatching(/^\d+s$/),
      timeout: expect.stringMatching(/^\d+s$/),
      retries: expect.any(Number),
    });
  });

  it.each(services)('%s keeps its data in named volumes', (_name, { volumes = [] }) => {
    expect(volumes).not.toEqual([]);
    for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  });

  it.each(processes)('%s is the one image, started for its role alone, once the stores are healthy', (name) => {
    expect(service(name).image).toBe(service('api').image);
    expect(service(name).command).toEqual(['node', 'bin/annals.mjs', 'start', '--only', name]);
    expect(service(name).depends_on).toEqual(
      Object.fromEntries(stores.map((store) => [store, { condition: 'service_healthy' }])),
    );
  });

  it.each(processes)('%s gets known settings only, all valid, and uses the stores of this file', (name) => {
    const known = Object.values(settingFields).map(({ variable }) => variable);
    expect(Object.keys(service(name).environment ?? {}).filter((variable) => !known.includes(variable))).toEqual([]);

    const settings = settingsOf(name, { ANNALS_ADMIN_TOKEN: 'a-token-of-at-least-16-characters' });
    const hosts = [settings.eventStore, settings.mongodbUri, settings.redisUrl].map(
      (uri) => new URL(uri ?? '').hostname,
    );
    expect(hosts).toEqual(stores);
  });

  it('has no secret in it: the admin token comes from the environment, and without it nothing starts', () => {
    expect(() => settingsOf('api', {})).toThrow('ANNALS_ADMIN_TOKEN');
    const secrets = services.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /TOKEN|PASSWORD|SECRET|KEY/.test(name)),
    );
    expect(secrets).toEqual([['ANNALS_ADMIN_TOKEN', expect.stringMatching(/^\$\{ANNALS_ADMIN_TOKEN:\?[^}]+\}$/)]]);
    expect(readFileSync(join(root, 'Dockerfile'), 'utf8')).not.toMatch(/TOKEN|PASSWORD|SECRET/);
  });
});
