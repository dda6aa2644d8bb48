import { a as tell, i as publish, n as baseOf, o as textOf, r as identityOf, s as writeManifestFile, t as attempt } from "./chunk-publish.mjs";

export { publish };