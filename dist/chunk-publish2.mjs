import { a as publishedText, i as publish, n as baseOf, o as tell, r as identityOf, s as writeManifestFile, t as attemptStep } from "./chunk-publish.mjs";

export { publish };