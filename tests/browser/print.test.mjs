// Printed, the report is a paper in A4 whose pages are counted and whose heads repeat.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { findings, open, path, runs } from './open.mjs';

const words = {
  zh: { title: '规划衔接审查报告', agenda: '谁说明', footer: '以审查人签署为准' },
  en: { title: 'Review of plans', agenda: 'Who explains', footer: 'what the reviewers sign is what counts' },
  none: { title: '规划衔接审查报告', agenda: '没有', footer: '以审查人签署为准' },
};
const most = { zh: 24, en: 27 };
const annex = { zh: '附表：其余议题', en: 'Annex:moretopics' };
const bare = (text) => text.replaceAll(/\s+/g, '');

/** Prints a run and hands back its pages: the text in the order of print, and the size in millimetres. */
async function printed(run) {
  const file = path(run, 'report.pdf');
  await open(run, {}, (page) => page.pdf({ path: file, preferCSSPageSize: true }));
  const pages = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  const sizes = execFileSync('pdfinfo', ['-l', '9999', file], { encoding: 'utf8' }).matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm);
  return [...sizes].map(([, width, height], at) => ({
    text: pages[at],
    size: [width, height].map((points) => Math.round((points / 72) * 25.4)),
  }));
}

for (const run of [...runs, 'none']) {
  test(`${run} on paper`, async () => {
    const pages = await printed(run);
    for (const [at, { text, size }] of pages.entries()) {
      assert.deepEqual([...size].sort((a, b) => a - b), [210, 297], `page ${at + 1}`);
      assert.ok(bare(text).includes(`—${at + 1}—`), `the number of page ${at + 1}`);
    }
    const [first] = pages;
    for (const word of Object.values(words[run])) assert.ok(bare(first.text).includes(bare(word)), word);
    const whole = bare(pages.map(({ text }) => text).join(''));
    for (const { id } of findings(run)) assert.ok(whole.includes(id), id);
    if (run === 'none') return;

    // The tables of indicators lie on their side, and the head of a table stands on every page it goes on to.
    const wide = pages.filter(({ size: [width, height] }) => width > height);
    assert.ok(wide.length > 1, 'landscape pages');
    for (const { text } of wide) assert.match(text, /^(指标|Indicator)\n(.+\n){1,3}\d{4}[—–-]\d{4}$/m);
    // What is read in a meeting is short: the rest is looked up on screen.
    assert.ok(pages.length <= most[run], `${pages.length} pages`);
    assert.match(bare(pages[1].text), new RegExp(`^(—2—)?${annex[run]}`), 'the agenda of page one ends on page one');
    assert.ok(wide.length < pages.length / 2);
  });
}
