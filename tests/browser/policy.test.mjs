// The page runs its own script and nothing else, asks for nothing, and is read without its script as well.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { findings, open, path, runs, shown } from './open.mjs';

test('what others put into the page does not run', async () => {
  const page = readFileSync(path('zh', 'report.html'), 'utf8');
  const put = '<script>window.ran = 1</script><p onclick="window.ran = 2" id="put">x</p><p style="color: red" id="red">x</p></body>';
  writeFileSync(path('zh', 'injected.html'), page.replace('</body>', put));
  await open('zh', { file: 'injected.html' }, async (page, happened) => {
    await page.locator('#put').click();
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.notEqual(await page.locator('#red').evaluate((one) => getComputedStyle(one).color), 'rgb(255, 0, 0)');
    const left = await page.evaluate(async () => {
      const refused = new Promise((done) => addEventListener('securitypolicyviolation', ({ effectiveDirective }) => done(effectiveDirective), { once: true }));
      await fetch('http://127.0.0.1:9/').catch(() => {});
      return refused;
    });
    assert.equal(left, 'connect-src');
    const refused = happened.splice(0).filter((line) => line.includes('Content Security Policy'));
    assert.ok(refused.length >= 3, `${refused}`);
  });
});

for (const run of runs) {
  test(`${run} is read with its script off`, () => open(run, { javaScriptEnabled: false }, async (page) => {
    assert.equal(await shown(page).count(), findings(run).length);
    assert.equal(await page.getByRole('search').count(), 0, 'filters that do nothing');
    assert.ok(await page.locator('#agenda, #findings, #matrix, #coverage').evaluateAll((all) => all.every((one) => one.innerText.length > 20)));
  }));
}
