/**
 * The linker's symbol of a package-level function or variable (cmd/internal/objabi, PathToPrefix). In the path, control
 * characters, spaces, `%`, `"` and bytes that are not ASCII are written `%xx`, and so is a dot of the last element, since
 * the first dot behind the last slash ends the path. The name stays as it is.
 *
 * @param pkg import path with which the package is compiled, and the name in its package clause: programs are compiled as `main`
 */
export function linkerSymbol(pkg: { readonly path: string; readonly name?: string | undefined }, name: string): string {
  return `${pkg.name === 'main' ? 'main' : escapedPath(pkg.path)}.${name}`;
}

function escapedPath(path: string): string {
  const bytes = Buffer.from(path);
  const lastSlash = bytes.lastIndexOf('/');
  const escaped = [...bytes].map((byte, at) => {
    const isPlain = byte > 0x20 && byte < 0x7f && byte !== 0x25 && byte !== 0x22 && !(byte === 0x2e && at > lastSlash);
    return isPlain ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`;
  });
  return escaped.join('');
}
