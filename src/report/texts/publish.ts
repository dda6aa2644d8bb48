// Made by `npm run errors` from src/report/messages/publish.md.
export const texts = {
  action_nothing_to_merge: {
    code: 'action_nothing_to_merge',
    message: 'no artifact "%name%-…" was uploaded in this run',
    hint: 'let the jobs that build come before (`needs:`), with the same `configuration`, and `upload: true`',
  },
  action_no_ended_run: {
    code: 'action_no_ended_run',
    message: 'mode comment: the event is %event%, and there must be a token',
    hint: 'use it in a workflow with `on: workflow_run`, as docs/action.md shows',
  },
  action_release_failed: {
    code: 'action_release_failed',
    message: '%what%: %reason%',
    hint: 'the job needs `permissions: contents: write`, and a tag',
  },
} as const;
