import { i as withCaches, n as noteBuilds, r as saveAtEnd, t as endFetches } from "./chunk-in-action.mjs";

export { endFetches, noteBuilds, withCaches };