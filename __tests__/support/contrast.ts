import type { Page } from 'playwright-core';

/** Contrast of two colours, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((text) => {
      const part = Number(text) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Colour of an element's text, and what is under it. */
export const colours = async (page: Page, selector: string): Promise<readonly [text: string, under: string]> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      let under: Element | null = element;
      while (under && getComputedStyle(under).backgroundColor === 'rgba(0, 0, 0, 0)') under = under.parentElement;
      return [getComputedStyle(element).color, getComputedStyle(under ?? element).backgroundColor] as const;
    });
