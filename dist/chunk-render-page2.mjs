import { t as renderPage } from "./chunk-render-page.mjs";

export { renderPage };