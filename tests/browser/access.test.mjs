// What axe-core finds, by day and by night, on a desk and on a phone.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { open, runs } from './open.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const looks = [[desk, 'light'], [phone, 'dark'], [desk, 'dark'], [phone, 'light']];

for (const run of [...runs, 'none', 'hostile']) {
  // The style is one for all, so one run is looked at in every way.
  for (const [viewport, colorScheme] of looks.slice(0, run === 'zh' ? 4 : 2)) {
    test(`${run}, ${colorScheme}, ${viewport.width} wide`, () => open(run, { colorScheme, viewport }, async (page) => {
      await page.locator('details').evaluateAll((all) => all.forEach((fold) => { fold.open = true; }));
      // With a verdict that wants words, and the keys shown.
      if (run !== 'none') for (const key of ['j', '2', 'Escape', '?']) await page.keyboard.press(key);
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => axe.run());
      const told = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length}, ${nodes[0].html.slice(0, 200)}`);
      assert.deepEqual(told, []);
      assert.ok(passes.some(({ id }) => id === 'color-contrast'));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels stand out to the right`);
    }));
  }
}
