// Made by `npm run errors` from src/report/messages/plugin.md.
export const texts = {
  plugin_missing: {
    code: 'plugin_missing',
    message: 'the module "%path%" does not exist',
    hint: 'paths are relative to the file that names them',
  },
  plugin_import: {
    code: 'plugin_import',
    message: 'a plug-in cannot import %specifier%: what it does must follow from its own files',
    hint: 'files beside it can be imported, by literal names, and %allowed%',
  },
  plugin_load: {
    code: 'plugin_load',
    message: 'the plug-in cannot be loaded: %messageOf%',
    hint: 'node must be able to import it',
  },
  plugin_shape: {
    code: 'plugin_shape',
    message: 'this is no plug-in: %problem%',
    hint: 'export const plugin = { id, select, rewrite }; see docs/plugins.md',
  },
  plugin_failed: {
    code: 'plugin_failed',
    message: 'the plug-in "%id%" failed in %what%: %messageOf%',
  },
  plugin_of_nodes: {
    code: 'plugin_of_nodes',
    message: 'the plug-in "%id%" changes the files of packages, and its "select" depends on more than the package',
    hint: 'select with import-path, package-name, package-filter and the like; rewrite nodes in another plug-in',
  },
  plugin_absent: {
    code: 'plugin_absent',
    message: 'the plug-in %file% has changed since the build began, or cannot be run here',
    hint: 'build again',
  },
} as const;
