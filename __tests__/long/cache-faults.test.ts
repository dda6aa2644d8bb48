import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FaultCampaign, type System, systems } from '../support/cache-faults/campaign.ts';
import { faults } from '../support/cache-faults/faults.ts';
import { campaignFolder, wanted } from '../support/campaign.ts';
import { drawFrom } from '../support/random-edits.ts';

/** GOTS_FAULTS faults of kinds that GOTS_LONG_ONLY matches, drawn from the seed GOTS_FAULTS_SEED; after each, the next build must be right. */
const wantedFaults = Number(process.env['GOTS_FAULTS'] ?? 320);
const seed = Number(process.env['GOTS_FAULTS_SEED'] ?? 1);
const perTest = 40;
const parts = Array.from({ length: Math.ceil(wantedFaults / perTest) }, (_, at) =>
  Math.min(perTest, wantedFaults - at * perTest),
);

describe.skipIf(process.platform !== 'linux')('faults while programs are built', () => {
  const folder = campaignFolder('cache-faults');
  const draw = drawFrom(seed);
  const campaign = new FaultCampaign(folder.dir, draw);
  const kinds = wanted(Object.entries(faults), ([name]) => name);
  const names = kinds.flatMap(([name, { weight }]) => Array<string>(weight).fill(name));
  const counted: Record<string, number> = {};
  beforeAll(() => campaign.prepare(), 3_600_000);
  afterAll(() => {
    campaign.close();
    folder.remove();
    const sum = Object.values(counted).reduce((a, b) => a + b, 0);
    const each = Object.entries(counted).map(([name, count]) => `${count} ${name}`);
    process.stdout.write(
      `seed ${seed}: ${sum} faults (${each.join(', ')}); ${campaign.violations.length} violations, ` +
        `${campaign.failedOnce.length} builds failed once after a fault\n`,
    );
  });

  test.each(parts.map((count, at) => [at + 1, count] as const))('part %i: %i faults', async (_, count) => {
    const [known, failed] = [campaign.violations.length, campaign.failedOnce.length];
    for (let done = 0, tries = 0; done < count && tries < 3 * count; tries++) {
      const name = names[draw(names.length)] as string;
      // Most for this machine, whose program also runs.
      const system = systems[Math.max(0, draw(4) - 2)] as System;
      campaign.begin(`${name}, ${system}`);
      if (await faults[name]?.run(campaign, system)) {
        done++;
        counted[name] = (counted[name] ?? 0) + 1;
        campaign.log('took place');
      }
      await campaign.verify(system);
    }
    await campaign.checkPlain();
    for (const { fault, problem } of campaign.failedOnce.slice(failed))
      process.stdout.write(`failed once after ${fault}: ${problem}\n`);
    expect(campaign.violations.slice(known)).toEqual([]);
  });
});
