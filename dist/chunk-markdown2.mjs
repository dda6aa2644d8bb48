import { a as measures, c as uncoveredLine, i as markdownReport, n as changeSection, o as moduleTable, r as headline, s as packageTable, t as aspectTable } from "./chunk-markdown.mjs";

export { markdownReport };