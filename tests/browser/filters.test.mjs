// Each filter leaves the cards its choice promises, and all come back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, open, runs, shown } from './open.mjs';

const status = async (page) => (await page.getByRole('status').innerText()).match(/\d+/g).map(Number);

for (const run of runs) {
  const all = findings(run);
  test(`the choices of every list in ${run}`, () => open(run, {}, async (page) => {
    const lists = page.getByRole('search').getByRole('combobox');
    assert.equal(await lists.count(), 4, 'level, region, rule, indicator');
    assert.deepEqual(await status(page), [all.length, all.length]);
    for (const list of await lists.all()) {
      const choices = await list.locator('option:not([value=""])').allInnerTexts();
      assert.ok(choices.length > 1, `${choices}`);
      for (const choice of choices.slice(0, 8)) {
        const [, words, promised] = choice.match(/^(.*) \((\d+)\)$/s);
        await list.selectOption({ label: choice });
        assert.equal(await shown(page).count(), Number(promised), choice);
        assert.deepEqual(await status(page), [Number(promised), all.length]);
        const last = await shown(page).last().innerText();
        const bare = (text) => text.replaceAll(/\s+/g, '');
        assert.ok(bare(last).includes(bare(words)), `${choice} in ${last}`);
      }
      await page.getByRole('search').getByRole('button').click();
    }
    assert.deepEqual(await status(page), [all.length, all.length]);
  }));

  test(`filters together, and what they say of nothing, in ${run}`, () => open(run, {}, async (page) => {
    const text = page.getByRole('searchbox');
    const { id, level } = all.find((finding) => finding.level === 'warning');
    await text.fill(id.toUpperCase());
    assert.equal(await shown(page).count(), 1);
    assert.ok((await shown(page).innerText()).includes(id));
    const levels = page.getByRole('combobox').first();
    await levels.selectOption('error');
    assert.equal(await shown(page).count(), 0);
    await page.locator('#findings').getByText(/没有符合条件|No finding matches/).waitFor();
    await levels.selectOption(level);
    assert.equal(await shown(page).count(), 1);
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    assert.equal(await shown(page).count(), 1, 'the address keeps the filter');
    await page.getByRole('search').getByRole('button').click();
    assert.equal(await text.inputValue(), '');
    assert.deepEqual(await status(page), [all.length, all.length]);
  }));
}
