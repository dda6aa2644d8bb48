// Made by `npm run errors` from src/report/messages/remote.md.
export const texts = {
  remote_bad_url: {
    code: 'remote_bad_url',
    message: '"%url%" is no shared cache',
    hint: 'write s3://bucket/prefix, https://host/path, or off',
  },
  remote_bad_mode: {
    code: 'remote_bad_mode',
    message: '"%mode%" is no mode of a shared cache',
    hint: 'modes are %modes%',
  },
  remote_bad_key: {
    code: 'remote_bad_key',
    message: 'GOTS_REMOTE_KEY cannot be used: %reason%',
    hint: 'use hmac:SECRET on both sides, or the private key in PEM where manifests are written and the public key where they are read',
  },
  remote_not_set: {
    code: 'remote_not_set',
    message: 'no shared cache is set',
    hint: 'set GOTS_REMOTE, or the key "remote" in gots.yml',
  },
  remote_read_only: {
    code: 'remote_read_only',
    message: '%place% may only be read here',
    hint: 'set GOTS_REMOTE_MODE=read-write where the shared cache is filled, in CI for example',
  },
  remote_failed: {
    code: 'remote_failed',
    message: '%place%: %reason%',
    hint: 'builds go on without the shared cache; look at its address, at the credentials and at the server',
  },
} as const;
