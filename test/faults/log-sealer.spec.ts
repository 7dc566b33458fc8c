import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { keyOf, SealedLog } from '#test/tamper-evidence/sealed-log.js';

it('seals every event once, however often it is killed', async () => {
  const log = new SealedLog();
  const program = fileURLToPath(new URL('./seal-until-killed.js', import.meta.url));
  for (let round = 0; round < 6; round += 1) {
    const child = spawn(process.execPath, [program, log.directory], { stdio: ['ignore', 'pipe', 'pipe'] });
    await once(child.stdout, 'data');
    await sleep(100 + 40 * round);
    child.kill('SIGKILL');
    const [code, signal] = await once(child, 'exit');
    expect([code, signal]).toEqual([null, 'SIGKILL']);
    expect(await log.verify(keyOf('k1'))).toMatchObject({ valid: true });
  }
  await log.seal(keyOf('k1'));
  const { valid, events, head, sealed } = await log.verify(keyOf('k1'));
  expect(valid).toBe(true);
  expect(sealed).toMatchObject({ events, position: head });
  expect(events).toBeGreaterThan(100);
  log.dispose();
}, 120_000);
