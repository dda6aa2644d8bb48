/** Whether an aspect file is the code of a plug-in, by its name. */
export function isPluginFile(path: string): boolean {
  return /\.m?js$/.test(path);
}
