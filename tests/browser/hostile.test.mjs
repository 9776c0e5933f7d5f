// Whatever a plan or a file's name holds stays text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findings, open, path } from './open.mjs';

const texts = readFileSync(path('hostile', 'texts.txt'), 'utf8').split('\n').filter(Boolean);

test('nothing of a plan becomes markup', () => open('hostile', {}, async (page) => {
  assert.equal(await page.locator('img, iframe, object, embed, form, base, link, video, audio').count(), 0);
  assert.equal(await page.locator('script').count(), 1);
  assert.equal(await page.locator('style').count(), 1);
  const attributes = await page.locator('*').evaluateAll((all) => all.flatMap((one) => [...one.attributes].map(({ name, value }) => [name, value])));
  assert.deepEqual(attributes.filter(([name, value]) => name.startsWith('on') || /^\s*javascript:/i.test(value)), []);
  assert.equal(await page.evaluate(() => window.ran), undefined);
}));

test('a reader sees what stands there', () => open('hostile', { javaScriptEnabled: false }, async (page) => {
  const bare = (text) => text.replaceAll(/\s+/g, '');
  const seen = bare(await page.locator('main').innerText());
  assert.ok(texts.length > 5);
  for (const text of texts) assert.ok(seen.includes(bare(text)), text);
  const raw = await page.content();
  const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
  assert.ok(!hidden.test(raw), 'a character that nobody sees');
}));

test('filters take its names for names', () => open('hostile', {}, async (page) => {
  const indicator = page.getByRole('combobox').nth(3);
  const value = await indicator.locator('option', { hasText: '<img' }).first().getAttribute('value');
  await indicator.selectOption(value);
  assert.ok(await page.locator('article[data-rule]:visible').count() > 0);
  await page.reload();
  assert.equal(await indicator.inputValue(), value);
  assert.ok(findings('hostile').length > 0);
}));
