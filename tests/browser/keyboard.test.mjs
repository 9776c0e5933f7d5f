// The page is used without a mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, runs, shown } from './open.mjs';

/** What has the focus: its place in the page, and whether it can be seen to have it. */
const focus = (page) => page.evaluate(() => {
  const at = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const { top, bottom, left, right } = at.getBoundingClientRect();
  return {
    name: at.id || `${at.tagName} ${at.getAttribute('href') ?? at.innerText.slice(0, 20)}`,
    tag: at.tagName,
    href: at.getAttribute('href'),
    ringed: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    inside: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  };
});

for (const run of runs) {
  test(`the tab key reaches everything in ${run}`, () => open(run, {}, async (page) => {
    const seen = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const now = await focus(page);
      if (now.tag === 'BODY' || seen.length > 5000) break;
      assert.ok(now.ringed && now.inside, `the focus cannot be seen on ${now.name}`);
      seen.push(now);
    }
    assert.equal(seen[0].href, '#agenda', 'the first stop leads past the contents');
    const controls = await page.getByRole('search').locator('select, input, button').evaluateAll((all) => all.map((one) => one.id));
    assert.equal(controls.length, 6);
    assert.deepEqual(seen.filter(({ name }) => controls.includes(name)).map(({ name }) => name), controls);
    const reached = new Set(seen.map(({ href }) => href));
    for (const card of await shown(page).all()) assert.ok(reached.has(`#${await card.getAttribute('id')}`));
  }));

  test(`keys work what they reach in ${run}`, () => open(run, {}, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === '#agenda');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.getElementById('agenda').contains(document.activeElement));

    const level = page.getByRole('combobox').first();
    await level.focus();
    const before = await shown(page).count();
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await level.inputValue(), '');
    assert.notEqual(await shown(page).count(), before);
    await page.getByRole('search').getByRole('button').focus();
    for (const key of ['Enter', 'Space']) {
      await level.selectOption({ index: 1 });
      await page.keyboard.press(key);
      assert.equal(await level.inputValue(), '', key);
    }

    const fold = page.locator('summary:visible').first();
    const isOpen = () => fold.evaluate((summary) => summary.parentElement.open);
    await fold.focus();
    for (const key of ['Enter', 'Space']) {
      const was = await isOpen();
      await page.keyboard.press(key);
      assert.notEqual(await isOpen(), was, key);
    }
  }));
}
