import { a as surroundingsOf, c as writeManifestFile, i as publish, n as baseOf, o as tell, r as identityOf, s as textOf, t as attempt } from "./chunk-publish.mjs";

export { publish };