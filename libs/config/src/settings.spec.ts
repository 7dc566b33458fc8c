import { describe, expect, it } from 'vitest';
import { InvalidSettings, readSettings } from './settings.js';

describe('settings', () => {
  it('has a default for everything that must not be decided', () => {
    expect(readSettings({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: './data',
      adminToken: null,
      eventStore: 'embedded',
      auditKeys: null,
      masterKey: null,
      mongodbUri: null,
      redisUrl: null,
      timeZone: 'UTC',
      currency: 'USD',
      fiscalYearStart: 1,
      rateLimit: 0,
      trustedProxies: null,
      smtpUrl: null,
      mailFrom: 'Annals <annals@localhost>',
      webhookUrl: null,
      webhookSecret: null,
      landingCheckMinutes: 15,
      landingMarginPercent: 2,
      maxStaleness: 300,
      projectionShards: 1,
      logLevel: 'info',
    });
  });

  it('takes an empty variable as unset', () => {
    expect(readSettings({ ANNALS_PORT: '', REDIS_URL: ' ' })).toMatchObject({ port: 3000, redisUrl: null });
  });

  it('names every bad setting at once', () => {
    const bad = {
      ANNALS_PORT: '70000',
      ANNALS_HOST: 'a b',
      ANNALS_ADMIN_TOKEN: 'short',
      ANNALS_EVENT_STORE: 'file',
      ANNALS_AUDIT_KEY: 'k1:c2hvcnQ=',
      MONGODB_URI: 'postgres://x',
      REDIS_URL: 'http://x',
      ANNALS_TIME_ZONE: 'Mars/Base',
      ANNALS_CURRENCY: 'dollars',
      ANNALS_FISCAL_YEAR_START: '13',
      ANNALS_RATE_LIMIT: '-1',
      ANNALS_TRUSTED_PROXIES: 'everybody',
      ANNALS_SMTP_URL: 'mail.example.com',
      ANNALS_MAIL_FROM: 'a\nb',
      ANNALS_WEBHOOK_URL: 'ftp://x',
      ANNALS_WEBHOOK_SECRET: 'short',
      ANNALS_LANDING_CHECK_MINUTES: '-1',
      ANNALS_PROJECTION_SHARDS: '0',
      ANNALS_LOG_LEVEL: 'loud',
    };
    let message = '';
    try {
      readSettings(bad);
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidSettings);
      message = String(error);
    }
    expect(Object.keys(bad).filter((variable) => !message.includes(variable))).toEqual([]);
  });

  it('takes proxies by their addresses and networks', () => {
    const trusted = (text: string) => readSettings({ ANNALS_TRUSTED_PROXIES: text }).trustedProxies;
    expect(trusted('127.0.0.1, 10.0.0.0/8,fd00::/8,::1')).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1']);
    for (const wrong of ['true', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '127.0.0.1,']) {
      expect(() => trusted(wrong), wrong).toThrow('ANNALS_TRUSTED_PROXIES');
    }
  });

  it('requires a secret for a webhook', () => {
    const webhook = { ANNALS_WEBHOOK_URL: 'https://example.com/annals' };
    expect(() => readSettings(webhook)).toThrow('ANNALS_WEBHOOK_SECRET must be set');
    expect(readSettings({ ...webhook, ANNALS_WEBHOOK_SECRET: 'a-secret-of-some-length' })).toMatchObject({
      webhookUrl: webhook.ANNALS_WEBHOOK_URL,
    });
  });

  it('requires MongoDB for read models in several shards', () => {
    expect(() => readSettings({ ANNALS_PROJECTION_SHARDS: '4' })).toThrow('ANNALS_PROJECTION_SHARDS must be 1 without');
    const onMongo = { ANNALS_PROJECTION_SHARDS: '4', MONGODB_URI: 'mongodb://127.0.0.1/annals' };
    expect(readSettings(onMongo).projectionShards).toBe(4);
  });

  it('requires an admin token off loopback', () => {
    expect(() => readSettings({ ANNALS_HOST: '0.0.0.0' })).toThrow('ANNALS_ADMIN_TOKEN must be set');
    expect(readSettings({ ANNALS_HOST: '0.0.0.0', ANNALS_ADMIN_TOKEN: 'a-token-of-some-length' }).host).toBe('0.0.0.0');
  });
});
