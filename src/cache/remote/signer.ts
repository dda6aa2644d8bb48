import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signWith,
  timingSafeEqual,
  verify as verifyWith,
} from 'node:crypto';

/** Signs manifests, and tells whether one was signed. */
export interface Signer {
  /** Undefined for a key that can only verify. */
  readonly sign: ((text: string) => string) | undefined;
  readonly verify: (text: string, signature: string) => boolean;
}

/**
 * Reads GOTS_REMOTE_KEY: `hmac:SECRET`, or an Ed25519 key in PEM, the private one where manifests are written, the public one where they
 * are only read. `\n` may stand for line breaks.
 *
 * @throws Error that says what is wrong with it, without the key
 */
export function signerOf(key: string): Signer {
  if (key.startsWith('hmac:')) {
    const secret = key.slice('hmac:'.length);
    if (secret.length < 16) throw new Error('a secret of at least 16 characters is needed behind "hmac:"');
    const sign = (text: string) => `hmac-sha256:${createHmac('sha256', secret).update(text).digest('base64')}`;
    return { sign, verify: (text, signature) => areEqual(sign(text), signature) };
  }
  const pem = key.replaceAll('\\n', '\n');
  const isPrivate = pem.includes('PRIVATE KEY-----');
  const privateKey = isPrivate ? read(() => createPrivateKey(pem)) : undefined;
  const publicKey = privateKey ? createPublicKey(privateKey) : read(() => createPublicKey(pem));
  return {
    sign: privateKey && ((text) => `ed25519:${signWith(null, Buffer.from(text), privateKey).toString('base64')}`),
    verify(text, signature) {
      const [, base64] = /^ed25519:([A-Za-z0-9+/=]+)$/.exec(signature) ?? [];
      return base64 !== undefined && verifyWith(null, Buffer.from(text), publicKey, Buffer.from(base64, 'base64'));
    },
  };
}

function read(make: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = make();
  } catch {
    throw new Error('it is neither "hmac:SECRET" nor a key in PEM');
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`it is a key for ${key.asymmetricKeyType}, not for ed25519`);
  return key;
}

function areEqual(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
