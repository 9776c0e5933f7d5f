// A report opened in Debian's Chromium, with everything recorded that must not happen.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const folder = process.env.PLANLINT_REPORTS;
assert.ok(folder, 'PLANLINT_REPORTS names the folder of the reports');

/** The runs there are a report of; the words of both languages stand beside each other in the tests. */
export const runs = ['zh', 'en'];
export const path = (run, file) => join(folder, run, file);
export const findings = (run) => JSON.parse(readFileSync(path(run, 'result.json'), 'utf8')).findings;

/** Opens `file` of a run, hands it to `use`, and fails on whatever left the page or went wrong in it. */
export async function open(run, options, use) {
  const { file = 'report.html', ...context } = options;
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...context });
    const address = pathToFileURL(path(run, file)).href;
    const happened = [];
    page.on('request', (request) => request.url() === address || happened.push(`asked for ${request.url()}`));
    page.on('console', (said) => happened.push(`console: ${said.text()}`));
    page.on('pageerror', (error) => happened.push(`error: ${error}`));
    page.on('dialog', (dialog) => happened.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
    page.on('popup', () => happened.push('another window'));
    page.on('download', () => happened.push('a download'));
    await page.goto(address);
    await use(page, happened);
    assert.deepEqual(happened, []);
  } finally {
    await browser.close();
  }
}

/** The cards that can be seen. */
export const shown = (page) => page.locator('article[data-rule]:visible');
