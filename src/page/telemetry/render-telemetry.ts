import { createHash } from 'node:crypto';
import type { PageAssets } from '../render-page.ts';
import { scriptJson } from '../script-json.ts';
import type { FedRequest } from './client/feed.ts';

/** A page, and the policy that it is to be served with. */
export interface TelemetryPage {
  readonly html: string;
  readonly policy: string;
}

/**
 * The page that shows telemetry, as one HTML file. Its own script and style sheet are all that may run, by their hashes.
 *
 * @param requests what it holds; undefined: it follows the server that it comes from, which is then all that it may speak to
 */
export function renderTelemetry(
  { css, script }: PageAssets,
  requests: readonly FedRequest[] | undefined,
): TelemetryPage {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(css)}`,
    ...(requests ? [] : ["connect-src 'self'"]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data = requests ? `<script type="application/json" id="requests">${scriptJson(requests)}</script>\n` : '';
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>Telemetry – gots</title>
<style>${css}</style>
</head>
<body>
<div id="app"></div>
<noscript>This page is drawn by a script that is part of it.</noscript>
${data}<script>${script}</script>
</body>
</html>
`;
  return { html, policy };
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
