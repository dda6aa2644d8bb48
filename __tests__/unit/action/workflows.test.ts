import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { home } from '../../support/script.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly permissions?: unknown;
}

interface Workflow {
  readonly on: string | readonly string[] | Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folders = [join('.github', 'workflows'), join('docs', 'workflows')];

/** What a security linter says of workflows: pins, rights, credentials, text that others write. */
function problemsOf(workflow: Workflow): readonly string[] {
  const problems: string[] = [];
  const events = typeof workflow.on === 'string' ? [workflow.on] : Object.keys(workflow.on);
  if (events.includes('pull_request_target')) problems.push('pull_request_target runs the code of forks with rights');
  if (!isRead(workflow.permissions)) problems.push('permissions of the whole workflow are not read, or less');
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (job.permissions === 'write-all') problems.push(`${name}: write-all`);
    const uses = [job.uses, ...(job.steps ?? []).map((step) => step.uses)].filter((text) => text !== undefined);
    for (const action of uses) if (!isPinned(action)) problems.push(`${name}: ${action} is not pinned by its commit`);
    for (const { uses: action, run, with: inputs } of job.steps ?? []) {
      const checkout = action?.startsWith('actions/checkout@');
      if (checkout && inputs?.['persist-credentials'] !== false)
        problems.push(`${name}: checkout leaves the token behind`);
      if (checkout && events.includes('workflow_run')) problems.push(`${name}: workflow_run checks out code`);
      const templates = [...(run ?? '').matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, text = '']) => text);
      const open = templates.find((text) => !/^needs\.[\w-]+\.result$/.test(text));
      if (open !== undefined) problems.push(`${name}: ${open} becomes text of a shell script`);
    }
  }
  return problems;
}

function isRead(permissions: unknown): boolean {
  if (permissions === 'read-all') return true;
  return (
    typeof permissions === 'object' && permissions !== null && Object.values(permissions).every((p) => p !== 'write')
  );
}

/** The action's own name stands for whatever users pin; paths are of this commit. */
function isPinned(action: string): boolean {
  return action.startsWith('./') || action.startsWith('org/gots-action') || /@[0-9a-f]{40}$/.test(action);
}

const files = folders.flatMap((folder) => readdirSync(join(home, folder)).map((name) => join(folder, name)));

test.each(files)('%s', (file) => {
  expect(problemsOf(parse(readFileSync(join(home, file), 'utf8')) as Workflow)).toEqual([]);
});

test('what is wrong is found', () => {
  const workflow: Workflow = {
    on: { pull_request_target: {}, workflow_run: {} },
    permissions: { contents: 'write' },
    jobs: {
      a: {
        permissions: 'write-all',
        steps: [
          { uses: 'actions/checkout@v7' },
          { run: `echo \${{ github.event.pull_request.title }} \${{ needs.x.result }}` },
        ],
      },
    },
  };
  expect(problemsOf(workflow)).toEqual([
    'pull_request_target runs the code of forks with rights',
    'permissions of the whole workflow are not read, or less',
    'a: write-all',
    'a: actions/checkout@v7 is not pinned by its commit',
    'a: checkout leaves the token behind',
    'a: workflow_run checks out code',
    'a: github.event.pull_request.title becomes text of a shell script',
  ]);
});
