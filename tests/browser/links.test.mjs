// Every link stays in the page and leads to something that is then seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, open, runs } from './open.mjs';

for (const run of runs) {
  test(`every link in ${run} leads somewhere`, () => open(run, {}, async (page) => {
    const ids = await page.locator('[id]').evaluateAll((all) => all.map((one) => one.id));
    assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const wanted = [...new Set(links)];
    assert.ok(wanted.length > findings(run).length);
    assert.deepEqual(wanted.filter((link) => !/^#./.test(link) || !ids.includes(link.slice(1))), []);
    // Where a link leads is seen even if a filter or a fold hid it.
    await page.getByRole('searchbox').fill('?!');
    const unseen = await page.evaluate(async (wanted) => {
      const unseen = [];
      for (const link of wanted) {
        const arrived = new Promise((done) => addEventListener('hashchange', () => setTimeout(done), { once: true }));
        location.hash = link;
        await arrived;
        const { top, bottom } = document.getElementById(link.slice(1)).getBoundingClientRect();
        if (bottom <= top || top >= innerHeight || bottom <= 0) unseen.push(link);
      }
      return unseen;
    }, wanted);
    assert.deepEqual(unseen, []);
  }));

  test(`the cards of ${run} are the findings`, () => open(run, {}, async (page) => {
    const cards = await page.locator('article[data-rule]').allTextContents();
    const told = findings(run);
    assert.equal(cards.length, told.length);
    for (const { id, message } of told) {
      const card = cards.filter((card) => card.includes(id));
      assert.equal(card.length, 1, id);
      assert.ok(card[0].includes(message), message);
    }
  }));
}
