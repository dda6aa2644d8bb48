// Made by `npm run errors` from src/report/messages/manifest.md.
export const texts = {
  manifest_invalid: {
    code: 'manifest_invalid',
    message: '%file%: %problem%',
    hint: 'give a file that a build wrote for GOTS_REPORT, or one of `gots report --format json`, of this version of gots',
  },
} as const;
