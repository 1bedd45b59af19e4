import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../../test/browser';
import { sixStacks } from '../../test/fixtures/six-stacks';
import { hostile, reportOf } from '../../test/hostile';
import { withReport } from '../../test/opened-report';
import type { Report } from '../report';
import { formatHtml } from './html';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const DEBUG = 'the debug instance does not call orders';
const option = (page: Page, text: string) => page.getByRole('option').filter({ hasText: text });
const shown = (page: Page) => page.getByRole('option').count();
const lit = (page: Page, what: string) => page.locator(`#canvas .${what}.on`).count();

describe('formatHtml', () => {
  it('shows how the review ended, and what is not proven first', () =>
    withReport(browser, sixStacks, async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
        '5 of 23 flows not proven, 10 open findings, 2 of the suppressions do not hold',
      );
      expect(await page.getByRole('option').first().textContent()).toContain(DEBUG);
      expect(await page.locator('#overview').textContent()).toContain('expired on 2026-06-30');
      expect(await page.locator('#overview').textContent()).toContain(sixStacks.inputs[0]?.sha256);
      expect(await page.locator('#canvas .node').count()).toBeGreaterThan(40);
    }));

  it('lights the hops of a flow that is clicked, and shows the rule that decides each', () =>
    withReport(browser, sixStacks, async (page) => {
      await option(page, DEBUG).click();

      const hops = page.locator('#detail .hops li');
      expect(await hops.locator('.rule').allTextContents()).toEqual([
        ...['egress all', 'ingress vpc', 'AllowOrders', 'AllowEndpoint'],
      ]);
      expect(await hops.nth(1).textContent()).toContain('allows tcp 443 from 10.20.0.0/16');
      expect([await lit(page, 'node'), await lit(page, 'line')]).toEqual([3, 2]);

      await hops.nth(1).hover();
      expect(await page.locator('#canvas .here .name').textContent()).toBe(
        'aws_vpc_endpoint.orders_api',
      );
    }));

  it('folds all ways but the first', () =>
    withReport(browser, sixStacks, async (page) => {
      await option(page, 'checkout alone').click();
      const rule = page.locator('#detail .rule', { hasText: 'database["vpc"]' });

      expect(await page.locator('#detail .rule').first().isVisible()).toBe(true);
      expect(await rule.isVisible()).toBe(false);
      await page.locator('#detail summary').last().press('Enter');
      expect(await rule.isVisible()).toBe(true);
    }));

  it('tells verdicts apart by sign and dashes, not by colour alone', () =>
    withReport(browser, sixStacks, async (page) => {
      const dashes = (verdict: string) =>
        page
          .locator(`#canvas .line.${verdict} > path`)
          .first()
          .evaluate((path) => getComputedStyle(path).strokeDasharray);
      const all = await Promise.all(['PROVEN', 'REFUTED', 'UNKNOWN'].map(dashes));

      expect(new Set(all).size).toBe(3);
      expect(await page.locator('#canvas .REFUTED .sign text').first().textContent()).toBe('✕');
      expect(await page.locator('#canvas .UNKNOWN .sign text').first().textContent()).toBe('?');
    }));

  it('searches while one types, in names, rules and addresses', () =>
    withReport(browser, sixStacks, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('rds bastion');

      expect(await shown(page)).toBe(1);
      expect(await page.getByRole('option').textContent()).toContain('checkout alone');
      expect(await page.getByRole('status').textContent()).toBe('1 of 23');

      await page.keyboard.press('Enter');
      expect(await page.locator('#detail h2').textContent()).toContain('checkout alone');

      await page.keyboard.press('Escape');
      expect(await shown(page)).toBe(23);
      expect(await page.locator('#detail').textContent()).toBe('');
    }));

  it('is used with the keyboard alone', () =>
    withReport(browser, sixStacks, async (page) => {
      const active = () => page.locator('[role=option].active').getAttribute('id');
      await page.keyboard.press('j');
      expect(await page.locator(':focus').getAttribute('id')).toBe('flows');
      const first = await active();
      await page.keyboard.press('ArrowDown');
      expect(await active()).not.toBe(first);
      expect(await page.locator('#flows').getAttribute('aria-activedescendant')).toBe(
        await active(),
      );
      await page.keyboard.press('k');
      expect(await active()).toBe(first);
      await page.keyboard.press('Enter');
      expect(await page.locator('[aria-selected=true][role=option]').getAttribute('id')).toBe(
        first,
      );

      await page.getByRole('tab', { name: 'Flows' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator(':focus').getAttribute('id')).toBe('tab-findings');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      expect(await page.locator('#detail').textContent()).toContain('Accepted');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      expect(await page.locator('#detail h2').textContent()).toContain('critical');
    }));

  it('filters by verdict', () =>
    withReport(browser, sixStacks, async (page) => {
      const proven = page.getByRole('button', { name: 'PROVEN 18' });
      await proven.click();
      expect(await shown(page)).toBe(5);
      expect(await proven.getAttribute('aria-pressed')).toBe('false');
      await proven.click();
      expect(await shown(page)).toBe(23);
    }));

  it('shows findings with their rule, and why they are accepted', () =>
    withReport(browser, sixStacks, async (page) => {
      await page.getByRole('tab', { name: 'Findings' }).click();
      await option(page, 'access logs are off').click();

      const detail = await page.locator('#detail').textContent();
      expect(detail).toContain('flow logs are kept (network-team@example.com, until 2027-03-31)');
      expect(detail).toContain('set access_logs');
      expect(await page.locator('#detail a').getAttribute('href')).toMatch(
        /^https:\/\/docs\.aws\.amazon\.com\//,
      );
    }));

  it('finds what goes by a node that is clicked', () =>
    withReport(browser, sixStacks, async (page) => {
      await page.locator('#canvas .node', { hasText: 'aws_rds_cluster.orders' }).click();
      expect(await shown(page)).toBe(1);
    }));

  it('prints everything, with the ways of what is not proven', () =>
    withReport(browser, sixStacks, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => globalThis.dispatchEvent(new Event('beforeprint')));

      expect(await page.locator('#print').textContent()).toContain('ingress vpc');
      expect(await page.locator('#print h2').count()).toBe(5);
      expect(await page.locator('#search').isVisible()).toBe(false);
      expect(await option(page, 'the shop reads stock').isVisible()).toBe(true);
      expect(await option(page, 'tcp 22 is open to 0.0.0.0/0').isVisible()).toBe(true);
    }));

  it.each(['light', 'dark'] as const)('can be read when it is %s', (colorScheme) =>
    withReport(
      browser,
      sixStacks,
      async (page) => {
        await option(page, DEBUG).click();
        expect(await page.evaluate(poorContrasts)).toEqual([]);
      },
      { colorScheme },
    ),
  );

  it('runs no script but its own, and asks for nothing', () =>
    withReport(browser, sixStacks, async (page) => {
      const policy = await page.locator('meta[http-equiv]').getAttribute('content');
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/,
      );
      expect(formatHtml(sixStacks)).toBe(formatHtml(structuredClone(sixStacks)));
    }));

  it('stays usable with 500 flows and 2,000 findings', () =>
    withReport(browser, large(), async (page) => {
      expect(await shown(page)).toBe(500);
      await page.keyboard.press('/');
      await page.keyboard.type('number 499');
      expect(await shown(page)).toBe(1);
      await page.keyboard.press('Enter');
      expect(await page.locator('#detail .hops li').count()).toBeGreaterThan(0);
      await page.getByRole('tab', { name: 'Findings' }).click();
      await page.keyboard.press('Escape');
      expect(await shown(page)).toBe(2_000);
      await page.keyboard.press('End');
      expect(await page.locator('.active').isVisible()).toBe(true);
      expect(await page.locator('#canvas .node').count()).toBeLessThan(200);
    }));

  it('shows an empty report', () =>
    withReport(
      browser,
      {
        ...sixStacks,
        flows: [],
        findings: [],
        suppressions: [],
        drawing: { accounts: [], outside: [] },
      },
      async (page) => {
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
          'Every flow is proven, and nothing is open',
        );
        expect(await page.locator('#drawing').isVisible()).toBe(false);
      },
    ));

  it('shows as text whatever a plan says', async () => {
    const plain = await seen(reportOf('a name'));
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { elements, names, overflow } = await seen(reportOf(text));

        expect(elements).toEqual(plain.elements);
        expect(new Set(names.map(wellFormed))).toEqual(new Set([wellFormed(text)]));
        expect(overflow).toBe(false);
      }),
      { numRuns: 25, examples: [['\ud800 half']] },
    );
  });
});

/** The text as far as it can be encoded: a half of a surrogate pair alone cannot. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

/** The page with its first flow selected. */
async function seen(report: Report) {
  const result = { elements: [''], names: [''], overflow: true };
  await withReport(browser, report, async (page) => {
    await page.getByRole('option').first().click();
    result.elements = await page
      .locator('body *')
      .evaluateAll((all) => all.map(({ tagName }) => tagName));
    result.names = await page
      .locator('#flows strong, #detail .hops code')
      .evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''));
    result.overflow = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth || 'harmed' in globalThis,
    );
  });
  return result;
}

/** Many flows, findings, and nodes that no flow passes. */
function large(): Report {
  const quiet = Array.from({ length: 3_000 }, (_, index) => {
    return { id: `quiet-${index}`, kind: 'role', label: `aws_iam_role.quiet[${index}]` };
  });
  const [first, ...accounts] = sixStacks.drawing.accounts;
  return {
    ...sixStacks,
    flows: repeated(sixStacks.flows, 500).map((flow, index) => {
      return { ...flow, name: `${flow.name}, number ${index}` };
    }),
    findings: repeated(sixStacks.findings, 2_000),
    drawing: {
      ...sixStacks.drawing,
      accounts: first === undefined ? [] : [{ ...first, nodes: quiet }, ...accounts],
    },
  };
}

function repeated<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, index) => items[index % items.length] as T);
}

/** Runs in the page: texts whose contrast with what is behind them is less than 4.5 to 1. */
function poorContrasts(): string[] {
  const luminance = (rgb: number[]) => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const behind = (element: Element | null): number[] => {
    if (element === null) return [255, 255, 255];
    const colour = parts(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? behind(element.parentElement) : colour.slice(0, 3);
  };
  const texts = [...document.querySelectorAll('header *, aside *, article *')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''),
  );
  return texts.flatMap((element) => {
    const [text, ground] = [parts(getComputedStyle(element).color).slice(0, 3), behind(element)];
    const [low = 0, high = 0] = [luminance(text), luminance(ground)].sort((a, b) => a - b);
    const contrast = (high + 0.05) / (low + 0.05);
    return contrast < 4.5 ? [`${element.className} ${element.textContent} ${contrast}`] : [];
  });
}
