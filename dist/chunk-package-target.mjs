import { i as __toESM } from "./chunk-rolldown-runtime.mjs";
import { n as azureHostUnreadable, r as azureNoHandler, t as azureExecutableDiffers } from "./chunk-action.mjs";
import { n as sha256 } from "./chunk-hash.mjs";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { rootCertificates } from "node:tls";

// src/action/packaging/azure-functions.ts
/**
* The host.json and the functions of an app with a custom handler. A folder with a host.json is taken as it is: that file, and
* each folder beside it that holds a function.json. Without one, a function is made that hands every HTTP request to the
* program; callers need the app's key, as is Azure's default.
*
* @param folders where a host.json is looked for, in this order
* @param program the program's file name
* @throws GotsError azure_host_unreadable, azure_no_handler, azure_executable_differs
* @see https://learn.microsoft.com/en-us/azure/azure-functions/functions-custom-handlers
*/
function appFiles(folders, program) {
	const folder = folders.find((dir) => existsSync(join(dir, "host.json")));
	if (folder === void 0) return {
		files: generatedApp(program),
		executable: program
	};
	const path = join(folder, "host.json");
	const handler = readHost(path).customHandler ?? azureNoHandler(path);
	const executable = handler.description?.defaultExecutablePath;
	if (typeof executable !== "string") return azureNoHandler(path);
	const wanted = executable.replaceAll("\\", "/").replace(/^\.\//, "");
	if (basename(wanted) !== program || wanted.startsWith("/") || wanted.split("/").includes("..")) azureExecutableDiffers(path, executable, program);
	const functions = readdirSync(folder).sort().filter((name) => existsSync(join(folder, name, "function.json")));
	const files = [{
		name: "host.json",
		bytes: readFileSync(path),
		mode: 420
	}];
	for (const name of functions) for (const file of readdirSync(join(folder, name)).sort()) {
		const inside = join(folder, name, file);
		if (!statSync(inside).isFile() || file.endsWith(".go")) continue;
		files.push({
			name: `${name}/${file}`,
			bytes: readFileSync(inside),
			mode: 420
		});
	}
	return {
		files,
		executable: wanted,
		advice: handler.enableForwardingHttpRequest === true ? void 0 : notForwarding
	};
}
const notForwarding = "host.json does not set customHandler.enableForwardingHttpRequest: the program gets invocations as JSON, not as HTTP requests";
function readHost(path) {
	try {
		const value = JSON.parse(readFileSync(path, "utf8"));
		if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
	} catch (error) {
		azureHostUnreadable(path, error.message);
	}
	return azureHostUnreadable(path, "it is no JSON object");
}
function generatedApp(program) {
	const host = {
		version: "2.0",
		extensions: { http: { routePrefix: "" } },
		customHandler: {
			enableForwardingHttpRequest: true,
			description: { defaultExecutablePath: program }
		}
	};
	const trigger = { bindings: [{
		type: "httpTrigger",
		direction: "in",
		name: "req",
		authLevel: "function",
		route: "{*path}",
		methods: [
			"get",
			"post",
			"put",
			"patch",
			"delete",
			"head",
			"options"
		]
	}, {
		type: "http",
		direction: "out",
		name: "res"
	}] };
	const file = (name, value) => ({
		name,
		bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
		mode: 420
	});
	return [file("host.json", host), file("http/function.json", trigger)];
}

// src/action/packaging/zip-and-tar.ts
/** Archives hold no times: equal files give equal archives. DOS, and with it zip, begins in 1980. */
const zipTime = new Date(1980, 0, 1);
/** A zip whose entries keep their modes, as platforms want that run what is in it. Equal files give equal bytes. */
async function zip(files) {
	const { ZipFile } = await import("./chunk-yazl.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const archive = new ZipFile();
	for (const { name, bytes, mode } of files) archive.addBuffer(bytes, name, {
		mtime: zipTime,
		mode: 32768 | mode,
		forceDosTimestamp: true
	});
	archive.end();
	return collect(archive.outputStream);
}
/** A tar of files that belong to root and have no times. Equal files give equal bytes. */
async function tar(files) {
	const { pack } = await import("./chunk-tar-stream2.mjs").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const archive = pack();
	const owner = {
		uid: 0,
		gid: 0,
		mtime: /* @__PURE__ */ new Date(0)
	};
	for (const { name, bytes, mode } of files) if (name.endsWith("/")) archive.entry({
		name: name.slice(0, -1),
		mode,
		type: "directory",
		...owner
	});
	else archive.entry({
		name,
		mode,
		...owner
	}, bytes);
	archive.finalize();
	return collect(archive);
}
/** Without time or system in its header (RFC 1952, byte 9), which zlib fills in as it was built. */
function gzip(bytes) {
	const packed = gzipSync(bytes, { level: 9 });
	packed[9] = 255;
	return packed;
}
/** Writes a package, and says what it is. */
function writePackage(path, bytes) {
	writeFileSync(path, bytes);
	return {
		path,
		bytes: statSync(path).size,
		sha256: createHash("sha256").update(bytes).digest("hex")
	};
}
/** A program for an archive. */
function programFile(name, path) {
	return {
		name,
		bytes: readFileSync(path),
		mode: 493
	};
}
async function collect(stream) {
	const chunks = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks);
}

// src/action/packaging/oci-image.ts
const media = {
	index: "application/vnd.oci.image.index.v1+json",
	manifest: "application/vnd.oci.image.manifest.v1+json",
	config: "application/vnd.oci.image.config.v1+json",
	layer: "application/vnd.oci.image.layer.v1.tar+gzip"
};
/** The program does not run as root in the container. */
const user = {
	id: 65532,
	name: "nonroot"
};
/**
* An image for several machines as an OCI image layout: an index over one manifest a machine. A layer that is the same for
* all holds certificates, time zones, the user and /tmp; a second one holds the program. Nothing in it depends on time.
*
* @returns the files of the layout, and the digest of the index
* @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
*/
async function imageLayout(contents) {
	const blobs = /* @__PURE__ */ new Map();
	const add = (mediaType, bytes) => {
		const hex = sha256(bytes);
		blobs.set(hex, bytes);
		return {
			mediaType,
			digest: `sha256:${hex}`,
			size: bytes.length
		};
	};
	const base = await tar(baseFiles(contents));
	const manifests = [];
	for (const { goarch, program } of contents.programs) {
		const layers = [base, await tar([{
			name: contents.name,
			bytes: program,
			mode: 493
		}])];
		const config = add(media.config, json(configOf(contents, goarch, layers)));
		const manifest = {
			schemaVersion: 2,
			mediaType: media.manifest,
			config,
			layers: layers.map((layer) => add(media.layer, gzip(layer)))
		};
		manifests.push({
			...add(media.manifest, json(manifest)),
			platform: {
				architecture: goarch,
				os: "linux"
			}
		});
	}
	const index = add(media.index, json({
		schemaVersion: 2,
		mediaType: media.index,
		manifests
	}));
	const named = {
		...index,
		annotations: { "org.opencontainers.image.ref.name": "latest" }
	};
	return {
		files: [
			folder("blobs/"),
			folder("blobs/sha256/"),
			...[...blobs].sort(([a], [b]) => a < b ? -1 : 1).map(([hex, bytes]) => file(`blobs/sha256/${hex}`, bytes)),
			file("index.json", json({
				schemaVersion: 2,
				mediaType: media.index,
				manifests: [named]
			})),
			file("oci-layout", json({ imageLayoutVersion: "1.0.0" }))
		],
		digest: index.digest
	};
}
function baseFiles({ certificates, timeZones }) {
	const passwd = `root:x:0:0:root:/root:/sbin/nologin\n${user.name}:x:${user.id}:${user.id}:${user.name}:/tmp:/sbin/nologin\n`;
	return [
		folder("etc/"),
		file("etc/group", Buffer.from(`root:x:0:\n${user.name}:x:${user.id}:\n`)),
		file("etc/passwd", Buffer.from(passwd)),
		folder("etc/ssl/"),
		folder("etc/ssl/certs/"),
		file("etc/ssl/certs/ca-certificates.crt", Buffer.from(certificates)),
		{
			...folder("tmp/"),
			mode: 1023
		},
		folder("usr/"),
		folder("usr/share/"),
		file("usr/share/zoneinfo.zip", timeZones)
	];
}
function configOf({ name, labels }, goarch, layers) {
	const created = "1970-01-01T00:00:00Z";
	const steps = ["certificates and time zones", name];
	return {
		created,
		architecture: goarch,
		os: "linux",
		config: {
			User: `${user.id}:${user.id}`,
			Env: [
				"PATH=/",
				"ZONEINFO=/usr/share/zoneinfo.zip",
				"SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt"
			],
			Entrypoint: [`/${name}`],
			WorkingDir: "/",
			Labels: labels
		},
		rootfs: {
			type: "layers",
			diff_ids: layers.map((layer) => `sha256:${sha256(layer)}`)
		},
		history: steps.map((step) => ({
			created,
			created_by: `gots: ${step}`
		}))
	};
}
function file(name, bytes) {
	return {
		name,
		bytes,
		mode: 420
	};
}
function folder(name) {
	return {
		name,
		bytes: Buffer.alloc(0),
		mode: 493
	};
}
function json(value) {
	return Buffer.from(JSON.stringify(value));
}

// src/action/packaging/package-target.ts
/**
* Packs the programs of a target, one package each: a zip for Lambda or Azure. Images wait until all machines are built.
*
* @throws GotsError of the app's host.json
*/
async function packageTarget(context, target, binaries, mains) {
	if (target.kind !== "lambda" && target.kind !== "azure-functions") return [];
	const packages = [];
	for (const binary of binaries) {
		const files = target.kind === "lambda" ? [programFile("bootstrap", binary.path)] : functionApp(context, binary, mains);
		const name = `${binary.name}-${target.name.replaceAll("/", "-")}.zip`;
		packages.push({
			kind: target.kind,
			name,
			...writePackage(packagePath(context, name), await zip(files))
		});
	}
	return packages;
}
function functionApp(context, binary, mains) {
	const dir = mains.find(({ importPath }) => importPath === binary.importPath)?.dir;
	const app = appFiles([...dir === void 0 ? [] : [dir], context.cwd], binary.name);
	if (app.advice !== void 0) context.log.warn(app.advice);
	return [...app.files, programFile(app.executable, binary.path)];
}
/** One image a program, over all machines that were built for images; a tar of its layout. */
async function packageImages(context, targets, goRoot) {
	const built = targets.filter(({ kind, binaries }) => kind === "oci" && binaries.length > 0);
	const names = [...new Set(built.flatMap(({ binaries }) => binaries.map(({ name }) => name)))];
	const packages = [];
	for (const program of names) {
		const programs = built.flatMap(({ goarch, binaries }) => binaries.filter(({ name }) => name === program).map(({ path }) => ({
			goarch,
			program: readFileSync(path)
		})));
		const { files, digest } = await imageLayout({
			name: program,
			programs,
			certificates: `${rootCertificates.join("\n")}\n`,
			timeZones: readFileSync(join(goRoot, "lib", "time", "zoneinfo.zip")),
			labels: labelsOf(context.env, program)
		});
		const name = `${program}-oci.tar`;
		packages.push({
			kind: "oci",
			name,
			digest,
			...writePackage(packagePath(context, name), await tar(files))
		});
	}
	return packages;
}
/** Where the image comes from, as registries show it. */
function labelsOf(env, title) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: revision } = env;
	return {
		"org.opencontainers.image.title": title,
		...server && repository ? { "org.opencontainers.image.source": `${server}/${repository}` } : {},
		...revision ? { "org.opencontainers.image.revision": revision } : {}
	};
}
function packagePath(context, name) {
	const folder = join(context.folder, "packages");
	mkdirSync(folder, { recursive: true });
	return join(folder, name);
}

export { packageImages, packageTarget };