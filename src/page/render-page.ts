import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type PageModel, type PagePackage, pageNameAt } from './model.ts';
import { scriptJson } from './script-json.ts';
import type { PackageDetails } from './views/package-body.ts';
import { Page } from './views/page-view.ts';

/** What a page needs besides its content: one style sheet, one script. */
export interface PageAssets {
  readonly css: string;
  readonly script: string;
}

/** The report as one HTML file, which fetches nothing. */
export function renderPage(model: PageModel, { css, script }: PageAssets): string {
  const inline = (text: string) => ({ dangerouslySetInnerHTML: { __html: text } });
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      // Texts in here come from sources and aspects: nothing but the page's own script may run, nothing may be fetched.
      h('meta', {
        'http-equiv': 'Content-Security-Policy',
        content:
          "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', null, `${model.title} – woven by gots`),
      h('style', inline(css)),
    ),
    h(
      'body',
      null,
      h(Page, { model }),
      h('noscript', null, 'The content of packages is shown by a script that is part of this file.'),
      h('script', {
        type: 'application/json',
        id: 'search-data',
        ...inline(scriptJson(model.packages.map(searchText))),
      }),
      model.packages.map((each, at) =>
        h('script', { type: 'application/json', id: `package-${at}`, ...inline(scriptJson(detailsOf(each))) }),
      ),
      h('script', inline(script)),
    ),
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

/** What the search looks through: names of the package, of its files and of its aspects. */
function searchText({ importPath, files, joinPoints }: PagePackage): readonly string[] {
  const aspects = joinPoints.map(pageNameAt);
  return [`${importPath} ${files.map(({ name }) => name).join(' ')}`.toLowerCase(), ...new Set(aspects)];
}

function detailsOf({ importPath, joinPoints, files }: PagePackage): PackageDetails {
  return { importPath, joinPoints, files };
}
