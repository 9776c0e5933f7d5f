// What a meeting says to the cards, by key and by click: kept in the page, downloaded, loaded again, read back.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findings, open, path, runs, shown } from './open.mjs';

const words = {
  zh: {
    given: (n, verdict) => `问题 ${n}：${verdict}`, accepted: '采纳', partly: '部分采纳', declined: '不采纳',
    tally: (n, all) => `已议 ${n} / ${all}`, incomplete: '1 条未写全', loaded: '已载入 2 条', strange: '，1 条不在本报告内', changed: '，1 条的数值已变，没有载入',
    refused: '这个文件不是从审查报告下载的审查意见', standing: '部分采纳（议定值 24.8，尚未改到）：用地不足', name: '审查意见', page: '审查报告.html', edge: '没有下一条了',
  },
  en: {
    given: (n, verdict) => `Finding ${n}: ${verdict}`, accepted: 'Accepted', partly: 'Accepted in part', declined: 'Declined',
    tally: (n, all) => `${n} of ${all} decided`, incomplete: '1 incomplete', loaded: '2 loaded', strange: ', 1 not of this report', changed: ', 1 left out because a value has changed',
    refused: 'This file was not downloaded from a report', standing: 'accepted in part (agreed value 24.8, not reached yet): 用地不足', name: 'verdicts', page: 'review.html', edge: 'No further finding',
  },
};
const HOUSING = 'ccee38976e';

const card = (page, id) => page.locator(`article[data-id="${id}"]`);
const heard = (page) => page.locator('#meeting-said').innerText();
const here = (page) => page.evaluate(() => document.activeElement.closest('article')?.dataset.id);
const pressed = (one) => one.locator('[aria-pressed="true"]').evaluateAll((all) => all.map((button) => button.dataset.verdict));
const field = (one, name) => one.locator(`[name="${name}"]`);
const number = (one) => one.locator('.no').innerText();
const loud = (run) => findings(run).filter(({ level }) => level !== 'info').length;

/** Downloads the verdicts and hands back the file and what it holds. */
async function download(page, happened) {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#meeting-save').click()]);
  const file = await saved.path();
  assert.deepEqual(happened.splice(0), ['a download']);
  return { file, name: saved.suggestedFilename(), held: JSON.parse(readFileSync(file, 'utf8')) };
}

/** Loads a file of these verdicts. */
async function load(page, content) {
  const buffer = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  await page.locator('#meeting-file').setInputFiles({ name: 'verdicts.json', mimeType: 'application/json', buffer });
}

/** Accepts the housing target in part, with everything that is asked for, by keys alone. */
async function part(page) {
  await card(page, HOUSING).focus();
  await page.keyboard.press('2');
  for (const said of ['24.8', '用地不足', '省建设厅']) {
    await page.keyboard.type(said);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
}

for (const run of runs) {
  const said = words[run];

  test(`keys move from card to card in ${run}`, () => open(run, {}, async (page) => {
    const ids = await shown(page).evaluateAll((all) => all.map((one) => one.dataset.id));
    assert.equal(ids.length, loud(run), 'infos are folded');
    await page.keyboard.press('j');
    assert.equal(await here(page), ids[0]);
    for (const [key, at] of [['j', 1], ['J', 2], ['k', 1], ['k', 0], ['k', 0]]) {
      await page.keyboard.press(key);
      assert.equal(await here(page), ids[at], `${key} to ${at}`);
    }
    assert.equal(await heard(page), said.edge);
    await page.keyboard.press('1');
    await page.keyboard.press('k');
    await page.keyboard.press('n');
    assert.equal(await here(page), ids[1], 'the next one that is undecided');
    await card(page, ids.at(-1)).focus();
    await page.keyboard.press('j');
    assert.equal(await here(page), ids.at(-1));
    // What a filter hides is passed over, and what is unfolded is not.
    await page.locator('#filter-level').selectOption('info');
    const infos = await shown(page).evaluateAll((all) => all.map((one) => one.dataset.id));
    await page.locator('#findings-h').click();
    await page.keyboard.press('j');
    assert.equal(await here(page), infos[0]);
    await page.keyboard.press('3');
    assert.equal(await page.locator('#meeting-tally').innerText().then((text) => text.startsWith(said.tally(1, loud(run)))), true);
  }));

  test(`a key gives a verdict and none while somebody types in ${run}`, () => open(run, {}, async (page) => {
    await page.keyboard.press('j');
    const first = shown(page).first();
    const at = await number(first);
    for (const [key, verdict] of [['1', 'accepted'], ['3', 'declined'], ['2', 'partly']]) {
      await page.keyboard.press('Escape');
      await page.keyboard.press(key);
      assert.deepEqual(await pressed(first), [verdict]);
      assert.equal(await heard(page), said.given(at, said[verdict]));
    }
    assert.equal(await page.evaluate(() => document.activeElement.name), 'value', 'the agreed value is asked for');
    await page.keyboard.type('j1k0n?3');
    assert.equal(await field(first, 'value').inputValue(), 'j1k0n?3');
    assert.deepEqual(await pressed(first), ['partly']);
    assert.equal(await page.locator('#meeting-help').isVisible(), false);
    await page.keyboard.press('Escape');
    await page.keyboard.press('0');
    assert.deepEqual(await pressed(first), []);
    assert.equal(await first.locator('.terms').isVisible(), false);
    await page.keyboard.press('?');
    assert.equal(await page.locator('#meeting-help').isVisible(), true);
    assert.equal(await page.locator('#meeting-keys').getAttribute('aria-expanded'), 'true');
    await page.locator('#meeting-on').uncheck();
    await page.keyboard.press('1');
    assert.deepEqual(await pressed(first), [], 'keys that are switched off');
    await page.locator('#filter-text').focus();
    await page.keyboard.type('123');
    assert.equal(await page.locator('[aria-pressed="true"]').count(), 0);
  }));

  test(`a click does what a key does, and what is missing is told in ${run}`, () => open(run, {}, async (page) => {
    const [first, second] = [shown(page).nth(0), shown(page).nth(1)];
    assert.equal(await page.locator('#findings > .hint').isVisible(), false, 'a box to click is not for paper');
    await first.getByRole('button', { name: said.declined, exact: true }).click();
    const asked = (one) => one.locator('.terms [name]:visible').evaluateAll((all) => all.map(({ name }) => name));
    assert.deepEqual(await asked(first), ['reason', 'approver', 'until']);
    assert.equal(await page.locator('#meeting-lacking').innerText(), said.incomplete);
    await field(first, 'approver').fill('市政府常务会议');
    await second.getByRole('button', { name: said.partly, exact: true }).click();
    assert.deepEqual(await asked(second), ['value', 'reason', 'approver', 'until']);
    assert.equal(await field(second, 'approver').inputValue(), '市政府常务会议', 'who approved the one before');
    await field(second, 'reason').fill('分两年到位');
    assert.equal(await page.locator('#meeting-lacking').innerText(), said.incomplete);
    await page.locator('#meeting-lacking').click();
    assert.equal(await page.evaluate(() => document.activeElement.name), 'reason');
    assert.equal(await here(page), await first.getAttribute('data-id'));
    await page.keyboard.type('山区县');
    await field(first, 'until').fill('明年');
    assert.equal(await field(first, 'until').getAttribute('aria-invalid'), 'true');
    await field(first, 'until').fill('2099年底');
    assert.equal(await page.locator('#meeting-lacking').isVisible(), false);
    await second.getByRole('button', { name: said.accepted, exact: true }).click();
    assert.deepEqual(await asked(second), ['reason', 'until']);
    assert.equal(await page.locator('#meeting-tally').innerText(), said.tally(2, loud(run)));
    await second.locator('.clear').click();
    assert.deepEqual(await pressed(second), []);
    assert.equal(await page.locator('#meeting-tally').innerText(), said.tally(1, loud(run)));
    // Taken back and given again, it has its words still.
    await second.getByRole('button', { name: said.partly, exact: true }).click();
    assert.equal(await field(second, 'reason').inputValue(), '分两年到位');
  }));

  test(`verdicts outlive the page, go out as a file, and come back from it in ${run}`, async () => {
    let file;
    await open(run, {}, async (page, happened) => {
      await part(page);
      await shown(page).nth(1).focus();
      await page.keyboard.press('1');
      await page.reload();
      assert.deepEqual(await pressed(card(page, HOUSING)), ['partly']);
      assert.equal(await field(card(page, HOUSING), 'value').inputValue(), '24.8');
      assert.equal(await page.locator('#meeting-unsaved').isVisible(), true);
      const { name, held, ...saved } = await download(page, happened);
      ({ file } = saved);
      file = readFileSync(file, 'utf8');
      assert.match(name, new RegExp(`^${said.name}-\\d{4}-\\d{2}-\\d{2}\\.json$`));
      assert.equal(held.schema, 'planlint-verdicts/1');
      const housing = findings(run).find(({ id }) => id === HOUSING);
      const { plan, indicator, year } = housing;
      assert.deepEqual(held.verdicts.find(({ id }) => id === HOUSING), {
        id: HOUSING, number: Number(await number(card(page, HOUSING))), rule: 'weaker-than-parent', plan, indicator, year,
        own: '24', other: '25', verdict: 'partly', value: '24.8', reason: '用地不足', approver: '省建设厅',
      });
      assert.equal(held.verdicts.length, 2);
      assert.equal(await page.locator('#meeting-unsaved').isVisible(), false);
      await page.reload();
      assert.equal(await page.locator('#meeting-unsaved').isVisible(), false);
    });
    await open(run, {}, async (page, happened) => {
      assert.equal(await page.locator('[aria-pressed="true"]').count(), 0, 'another browser knows nothing');
      const held = JSON.parse(file);
      const more = [{ ...held.verdicts[0], id: '0123456789' }, { ...held.verdicts[0], own: 'other' }, { id: '__proto__', verdict: 'constructor' }, null];
      held.verdicts.push(more[0]);
      held.verdicts.push(more[1]);
      await load(page, held);
      await page.waitForFunction((text) => document.getElementById('meeting-said').textContent === text, said.loaded + said.strange + said.changed);
      assert.deepEqual(await pressed(card(page, HOUSING)), ['partly']);
      assert.deepEqual((await download(page, happened)).held, JSON.parse(file));
      for (const strange of ['', '{', '[]', 'null', '{"schema":"planlint/1","verdicts":[]}', `{"schema":"planlint-verdicts/1"}${' '.repeat(5 << 20)}`]) {
        await page.evaluate(() => { document.getElementById('meeting-said').textContent = ''; });
        await load(page, strange);
        await page.waitForFunction((text) => document.getElementById('meeting-said').textContent === text, said.refused);
      }
      await load(page, { schema: 'planlint-verdicts/1', verdicts: [more[2], more[3], { ...held.verdicts[0], reason: '<img src=x onerror=alert(1)>', value: {}, until: 7 }] });
      await page.waitForFunction(() => document.querySelector('.ruling.given .why')?.textContent.includes('<img'));
      assert.equal(await page.locator('.ruling img').count(), 0);
    });
  });

  test(`the next report knows what the page recorded in ${run}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'meeting-'));
    const planlint = (...args) => execFileSync(process.env.PLANLINT, [...args, '--lang', run, '--today', '2026-01-31'], { cwd: folder, encoding: 'utf8', env: {} });
    try {
      await open(run, {}, async (page, happened) => {
        await part(page);
        writeFileSync(join(folder, 'verdicts.json'), readFileSync((await download(page, happened)).file));
      });
      planlint('import-decisions', 'verdicts.json');
      assert.match(readFileSync(join(folder, 'planlint.decisions.toml'), 'utf8'), /verdict = "partly"\nvalue = "24\.8"\nreason = "用地不足"\napprover = "省建设厅"\nchild = "24"\nparent = "25"\n/);
      planlint('report', process.env.PLANLINT_PLANS, '-o', '.', '-f', 'html');
      renameSync(join(folder, said.page), path(run, 'next.html'));
    } finally {
      rmSync(folder, { recursive: true });
    }
    await open(run, { file: 'next.html' }, async (page) => {
      assert.ok((await card(page, HOUSING).locator('.standing').innerText()).includes(said.standing));
    });
  });

  test(`printed, the verdicts are ticked in ${run}`, async () => {
    const file = path(run, 'meeting.pdf');
    await open(run, {}, async (page) => {
      await part(page);
      await page.pdf({ path: file, preferCSSPageSize: true });
    });
    const paper = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '');
    assert.equal(paper.match(/☑/g).length, 1);
    for (const text of ['24.8', '用地不足', '省建设厅']) assert.ok(paper.includes(text), text);
    assert.equal(paper.match(/□/g).length, loud(run) * 3 - 1, 'the boxes of the others');
    for (const control of [said.name === 'verdicts' ? 'Downloadverdicts' : '下载审查意见', 'import-decisions']) assert.ok(!paper.includes(control), control);
  });
}

test('where the browser keeps nothing, the page asks before it goes', () => open('zh', {}, async (page, happened) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  await page.reload();
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  assert.equal(await page.locator('[aria-pressed="true"]').count(), 1);
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => { setTimeout(() => location.reload()); });
  assert.equal((await asked).type(), 'beforeunload');
  assert.equal(await page.locator('[aria-pressed="true"]').count(), 1, 'the page has stayed');
  assert.ok(happened.splice(0).every((what) => what.startsWith('dialog')));
  await download(page, happened);
  await page.reload();
  assert.equal(await page.locator('[aria-pressed="true"]').count(), 0, 'nothing was kept');
}));

test('with its script off the boxes are read and nothing is offered', () => open('zh', { javaScriptEnabled: false }, async (page) => {
  assert.equal(await page.locator('.ruling:visible').count(), loud('zh'));
  assert.equal(await page.getByRole('button', { name: '采纳' }).count(), 0);
  assert.equal(await page.locator('#meeting').isVisible(), false);
  assert.equal(await page.locator('#findings > .hint').isVisible(), true, 'the boxes are for paper');
}));
