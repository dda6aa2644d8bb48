import { writeFileSync } from 'node:fs';
import type { Session } from './session.ts';

/** Writes what GOTS_REPORT and GOTS_STATS ask for. */
export function writeReport(session: Session): void {
  const { report, stats } = session;
  const target = process.env['GOTS_REPORT'];
  if (target && report) {
    const packages = [...report.values()].sort((a, b) => (a.importPath < b.importPath ? -1 : 1));
    writeFileSync(
      target,
      `${JSON.stringify({ version: session.plan.version, packages, added: session.plan.added }, null, 2)}\n`,
    );
  }
  const statsFile = process.env['GOTS_STATS'];
  if (statsFile) {
    const maxRssBytes = process.resourceUsage().maxRSS * 1024;
    writeFileSync(statsFile, `${JSON.stringify({ ...stats, replayed: 0, maxRssBytes })}\n`);
  }
}
