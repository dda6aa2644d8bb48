// Made by `npm run errors` from src/report/messages/demo.md.
export const texts = {
  demo_build_failed: {
    code: 'demo_build_failed',
    message: '`%command%` ended with exit code %exitCode%',
    hint: "the go command's own messages are above",
    family: 'go',
  },
  demo_not_ready: {
    code: 'demo_not_ready',
    message: '%program% did not start to listen; it said: %output%',
    family: 'go',
  },
  demo_wrong_answer: {
    code: 'demo_wrong_answer',
    message: '%request% was answered with status %seen%, not %wanted%',
    family: 'bug',
  },
  demo_bad_end: {
    code: 'demo_bad_end',
    message: '%program% %how% after SIGTERM',
    family: 'bug',
  },
  demo_missing_traces: {
    code: 'demo_missing_traces',
    message: '%wanted% requests were sent, but %seen% of them became one connected trace',
    family: 'bug',
  },
  demo_loose_record: {
    code: 'demo_loose_record',
    message: '%what%s and spans are not connected: %named%',
    family: 'bug',
  },
} as const;
