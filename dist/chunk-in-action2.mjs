import { n as saveAtEnd, r as withCaches, t as noteBuilds } from "./chunk-in-action.mjs";

export { noteBuilds, withCaches };