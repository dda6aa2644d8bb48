import { n as failure } from "./chunk-message.mjs";
import { t as hashParts } from "./chunk-hash.mjs";
import { createHmac, createPrivateKey, createPublicKey, sign, timingSafeEqual, verify } from "node:crypto";

// src/cache/packs/manifest-names.ts
const schema = "gots-manifest 1";
/**
* Names of manifests from which a build may fetch, best first: those of the same command, on this branch, on a default branch, on any; then the
* last one of the module, then of any module with this target and toolchain, in which the standard library and common dependencies are.
*/
function candidates(kind) {
	const { own, shared } = namesOf(kind);
	const branches = [kind.branch, ...kind.defaultBranches].filter((branch) => branch !== "");
	return [
		...[...new Set(branches)].map((branch) => ({
			name: own("branch", branch),
			isOwn: true
		})),
		{
			name: own("any"),
			isOwn: true
		},
		...shared.map((name) => ({
			name,
			isOwn: false
		}))
	];
}
/** Names under which a build files its manifest. */
function manifestNames(kind) {
	const { own, shared } = namesOf(kind);
	return [
		...kind.branch === "" ? [] : [own("branch", kind.branch)],
		own("any"),
		...shared
	];
}
function namesOf({ module, target, toolchain, code, command }) {
	return {
		own: (...parts) => hashParts(schema, "build", module, target, toolchain, code, command, ...parts),
		shared: [hashParts(schema, "module", module, target, toolchain), hashParts(schema, "target", target, toolchain)]
	};
}

// src/report/texts/remote.ts
const texts = {
	remote_bad_url: {
		code: "remote_bad_url",
		message: "\"%url%\" is no shared cache",
		hint: "write s3://bucket/prefix, https://host/path, or off"
	},
	remote_bad_mode: {
		code: "remote_bad_mode",
		message: "\"%mode%\" is no mode of a shared cache",
		hint: "modes are %modes%"
	},
	remote_bad_key: {
		code: "remote_bad_key",
		message: "GOTS_REMOTE_KEY cannot be used: %reason%",
		hint: "use hmac:SECRET on both sides, or the private key in PEM where manifests are written and the public key where they are read"
	},
	remote_not_set: {
		code: "remote_not_set",
		message: "no shared cache is set",
		hint: "set GOTS_REMOTE, or the key \"remote\" in gots.yml"
	},
	remote_read_only: {
		code: "remote_read_only",
		message: "%place% may only be read here",
		hint: "set GOTS_REMOTE_MODE=read-write where the shared cache is filled, in CI for example"
	},
	remote_failed: {
		code: "remote_failed",
		message: "%place%: %reason%",
		hint: "builds go on without the shared cache; look at its address, at the credentials and at the server"
	}
};

// src/report/codes/remote.ts
/** @param url without a password */
function remoteBadUrl(url) {
	throw failure(texts.remote_bad_url, { url });
}
function remoteBadMode(mode, modes) {
	throw failure(texts.remote_bad_mode, {
		mode,
		modes
	});
}
/** @param reason does not hold the key */
function remoteBadKey(reason) {
	throw failure(texts.remote_bad_key, { reason });
}
/** A command about the shared cache, and none is set. */
function remoteNotSet() {
	throw failure(texts.remote_not_set, {});
}
/** A command that changes the shared cache where it may only be read. */
function remoteReadOnly(place) {
	throw failure(texts.remote_read_only, { place });
}
/** A command that needs the server's answer, and gets none. */
function remoteFailed(place, reason) {
	throw failure(texts.remote_failed, {
		place,
		reason
	});
}

// src/cache/remote/signer.ts
/**
* Reads GOTS_REMOTE_KEY: `hmac:SECRET`, or an Ed25519 key in PEM, the private one where manifests are written, the public one where they
* are only read. `\n` may stand for line breaks.
*
* @throws Error that says what is wrong with it, without the key
*/
function signerOf(key) {
	if (key.startsWith("hmac:")) {
		const secret = key.slice(5);
		if (secret.length < 16) throw new Error("a secret of at least 16 characters is needed behind \"hmac:\"");
		const sign = (text) => `hmac-sha256:${createHmac("sha256", secret).update(text).digest("base64")}`;
		return {
			sign,
			verify: (text, signature) => areEqual(sign(text), signature)
		};
	}
	const pem = key.replaceAll("\\n", "\n");
	const privateKey = pem.includes("PRIVATE KEY-----") ? read(() => createPrivateKey(pem)) : void 0;
	const publicKey = privateKey ? createPublicKey(privateKey) : read(() => createPublicKey(pem));
	return {
		sign: privateKey && ((text) => `ed25519:${sign(null, Buffer.from(text), privateKey).toString("base64")}`),
		verify(text, signature) {
			const [, base64] = /^ed25519:([A-Za-z0-9+/=]+)$/.exec(signature) ?? [];
			return base64 !== void 0 && verify(null, Buffer.from(text), publicKey, Buffer.from(base64, "base64"));
		}
	};
}
function read(make) {
	let key;
	try {
		key = make();
	} catch {
		throw new Error("it is neither \"hmac:SECRET\" nor a key in PEM");
	}
	if (key.asymmetricKeyType !== "ed25519") throw new Error(`it is a key for ${key.asymmetricKeyType}, not for ed25519`);
	return key;
}
function areEqual(a, b) {
	const [x, y] = [Buffer.from(a), Buffer.from(b)];
	return x.length === y.length && timingSafeEqual(x, y);
}

// src/cache/remote/remote-settings.ts
const remoteModes = ["read", "read-write"];
/**
* Settings of the shared cache: GOTS_REMOTE, GOTS_REMOTE_MODE and GOTS_REMOTE_KEY, else what gots.yml says. GOTS_REMOTE=off is none.
*
* @returns undefined where there is no shared cache
* @throws GotsError remote_bad_url, remote_bad_mode, remote_bad_key
*/
function remoteSettings(env, wish) {
	const text = env["GOTS_REMOTE"] || wish?.url || "off";
	if (text === "off") return void 0;
	return {
		url: parseRemoteUrl(text) ?? remoteBadUrl(withoutPassword(text)),
		mode: modeOf(env["GOTS_REMOTE_MODE"] || wish?.mode || "read"),
		signer: signerFrom(env["GOTS_REMOTE_KEY"])
	};
}
/** The URL of a shared cache; undefined if it is none. */
function parseRemoteUrl(text) {
	if (!/^(s3|https?):\/\/[^/?#]+/.test(text) || !URL.canParse(text)) return void 0;
	return new URL(text);
}
function modeOf(text) {
	return remoteModes.find((mode) => mode === text) ?? remoteBadMode(text, remoteModes.join(", "));
}
function signerFrom(key) {
	if (!key) return void 0;
	try {
		return signerOf(key);
	} catch (error) {
		return remoteBadKey(error.message);
	}
}
function withoutPassword(text) {
	return text.replace(/\/\/[^/@]*@/, "//");
}

export { candidates as a, remoteReadOnly as i, remoteFailed as n, manifestNames as o, remoteNotSet as r, remoteSettings as t };