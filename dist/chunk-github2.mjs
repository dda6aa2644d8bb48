import { t as getOctokit } from "./chunk-github.mjs";

export { getOctokit };