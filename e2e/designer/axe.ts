import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The success criteria of WCAG up to 2.2, levels A and AA, as far as a program can see them. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Those of them that depend on colours: the dark page differs from the light one in nothing else. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** Has axe look at the page as it is, in light by all rules and in dark by those of colours. */
export async function expectNoViolation(page: Page): Promise<void> {
  const light = await lookedAt(page, "light", (axe) => axe.withTags(rules));
  expect(light.passed.length).toBeGreaterThan(10);
  const dark = await lookedAt(page, "dark", (axe) => axe.withRules(colourRules));
  expect(dark.passed).toContain("color-contrast");
  expect([...light.found, ...dark.found]).toEqual([]);
}

async function lookedAt(page: Page, colorScheme: "light" | "dark", choose: (axe: AxeBuilder) => AxeBuilder) {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  // The page has no frames, for which axe would open another page each time.
  const { violations, passes } = await choose(new AxeBuilder({ page }).setLegacyMode()).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${colorScheme}, ${id}: ${html} ${failureSummary}`),
  );
  return { passed: passes.map(({ id }) => id), found };
}
